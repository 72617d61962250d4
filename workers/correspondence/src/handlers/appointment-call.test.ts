import { bookAppointment, remindAppointments, tellAppointment } from '@guichet/casework';
import { startTwilioFake } from '@guichet/infra/embedded';
import { dispatch } from '@guichet/jobs';
import { type CaseId, day, minute, type PlaceId } from '@guichet/kernel';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { openAppointed } from '../../../../tests/support/appointed-case.ts';
import { checkTwiml } from '../../../../tests/support/call/twiml-check.ts';
import { useAppointments } from '../../../../tests/support/appointment-desk.ts';
import { testAccount, testSettings } from '../../test/settings.ts';
import { correspondenceContext } from '../correspondence-context.ts';
import { handlers } from './index.ts';

const { clock, desk, web, newPlace, free } = await useAppointments();
const { adminSql } = desk.database;
const twilio = await startTwilioFake({ port: 0, ...testAccount });
afterAll(() => twilio.close());
const perform = dispatch(
  handlers,
  {},
  correspondenceContext(desk.ctx, testSettings(twilio.url, { PUBLIC_URL: 'https://guichet.example' })),
);
let placeId: PlaceId;
beforeEach(async () => {
  placeId = await newPlace();
});

/** Hands over what was staged for a case, and again, as a queue may. */
async function handOver(caseId: CaseId): Promise<void> {
  const jobs = await adminSql<{ id: string; replyId: string }[]>`
    select o.id, r.id as "replyId" from reply r join outbox o on o.ids ->> 'replyId' = r.id::text
    where r.case_id = ${caseId} and r.purpose = 'appointment' order by r.created_at`;
  for (const { id, replyId } of [...jobs, ...jobs])
    await perform({ id, name: 'correspondence.send', data: { replyId }, attempt: 1 });
}

it('a person who chose a call is called once to be reminded, of when and where and of nothing that was told in confidence', async () => {
  const { id: caseId } = await openAppointed(desk, 'voice');
  const slot = (await free(web, 14)).find(({ startsAt }) => +startsAt > +clock.now() + 5 * day);
  const startsAt = slot?.startsAt ?? new Date(0);
  const { id } = await bookAppointment(web, { caseId, placeId, startsAt });
  const [job] = await adminSql<[{ id: string }]>`select id from outbox where ids ->> 'appointmentId' = ${id}`;
  await tellAppointment(desk.ctx, job.id, id);
  await handOver(caseId);
  const before = twilio.calls().length;
  const [row] = await adminSql<[{ remindAt: Date }]>`select remind_at from appointment where id = ${id}`;
  clock.advance(+row.remindAt - +clock.now() - minute);
  expect(await remindAppointments(desk.ctx)).toBe(0);
  clock.advance(minute);
  expect(await remindAppointments(desk.ctx)).toBe(1);
  await handOver(caseId);

  expect(twilio.calls()).toHaveLength(before + 1);
  const { to, twiml } = twilio.calls().at(-1) ?? { to: '', twiml: '' };
  expect(to).toBe('+14185550123');
  expect(checkTwiml(twiml)).toEqual([]);
  expect(twiml).toContain('Rappel');
  expect(twiml).toContain('Hôtel de ville');
  expect(twiml).not.toMatch(/créance|Tremblay/i);
});
