import type { AddressValue, Answers } from '@guichet/catalogue';
import { type AcceptedCase, acceptSubmission, addPlace, setHours } from '@guichet/casework';
import { newId, type PlaceId } from '@guichet/kernel';
import type { TestDesk } from './test-desk.ts';

/** A shipped service that is given by appointment. */
export const byAppointment = 'petites-creances';

const home: AddressValue = {
  street: '12, rue des Érables',
  municipality: 'Québec',
  province: 'QC',
  postalCode: 'G1R 4S9',
};

/** How a person hears back, with what that takes. */
export const replies = {
  email: { 'reply-way': 'email', 'reply-email': 'jeanne.tremblay@exemple.ca' },
  sms: { 'reply-way': 'sms' },
  voice: { 'reply-way': 'voice' },
  letter: { 'reply-way': 'letter', 'reply-address': home },
  pickup: { 'reply-way': 'pickup' },
} as const;

/** What a person says who asks for a meeting. */
export const claimAnswers: Answers = {
  'behalf-whose': 'myself',
  person: { given: 'Jeanne', family: 'Tremblay' },
  phone: '+14185550123',
  side: 'defend',
  matter: 'debt',
  amount: 120_000,
  'event-date': '2025-05-01',
  'court-paper': false,
  topics: ['form'],
  language: 'french',
  sharing: true,
  understanding: true,
};

/** Opens a case whose service is given by appointment. */
export async function openAppointed(
  desk: TestDesk,
  way: keyof typeof replies = 'email',
): Promise<AcceptedCase> {
  const accepted = await acceptSubmission(desk.public('web'), {
    service: byAppointment,
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'test', key: newId() },
    answers: { ...claimAnswers, ...replies[way] },
  });
  if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
  return accepted.case;
}

/** Opens a place that takes people by appointment from 9:00 to 12:00, Monday to Friday, each half an hour. */
export async function openPlace(desk: TestDesk, code: string, seats = 1): Promise<PlaceId> {
  const placeId = await addPlace(desk.ctx, {
    code,
    name: { fr: 'Hôtel de ville', en: 'City hall' },
    timeZone: 'America/Toronto',
  });
  for (const weekday of [1, 2, 3, 4, 5])
    await setHours(desk.ctx, {
      id: newId(),
      placeId,
      on: { weekday },
      from: '09:00',
      to: '12:00',
      minutes: 30,
      firstSeat: 1,
      seats,
    });
  return placeId;
}
