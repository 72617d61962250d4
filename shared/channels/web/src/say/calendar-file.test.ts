import { expect, it } from 'vitest';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

const entry: CalendarEntry = {
  id: '0199f3c2-7a41-7abc-9def-0123456789ab',
  sequence: 2,
  startsAt: '2026-11-01T05:30:00.000Z',
  endsAt: '2026-11-01T06:00:00.000Z',
  place: 'Hôtel de ville, salle 2',
  isCancelled: false,
  reference: '1234567894',
};
const options = { language: 'fr', name: 'Ville de l’Exemple' } as const;
const lines = (entries: CalendarEntry[]) =>
  calendarFile(entries, options).replaceAll('\r\n ', '').split('\r\n');

it('an appointment is an instant that every calendar shows by its own clock, and the same one when it moves', () => {
  expect(lines([entry])).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      'UID:0199f3c2-7a41-7abc-9def-0123456789ab@guichet',
      'SEQUENCE:2',
      'DTSTART:20261101T053000Z',
      'DTEND:20261101T060000Z',
      'SUMMARY:Rendez-vous',
      'LOCATION:Hôtel de ville\\, salle 2',
      'STATUS:CONFIRMED',
      'DESCRIPTION:Numéro de référence : 123 456 7894',
    ]),
  );
});

it('one that is cancelled leaves the calendar', () => {
  expect(lines([{ ...entry, isCancelled: true }])).toEqual(
    expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED']),
  );
});
