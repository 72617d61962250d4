import { FixedClock, newId } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { paperAnswers } from '../../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { followClosures } from '../../clocks/follow-closures.ts';
import { moveClocks } from '../../clocks/move-clocks.ts';
import { acceptSubmission } from '../../intake/accept-submission.ts';
import { setCalendarDay, withdrawCalendarDay } from './set-calendar-day.ts';

// A Monday: five worked days end on the Monday after.
const clock = new FixedClock('2026-11-02T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const { closures, close } = await followClosures(desk.ctx.sql);
close();
const chief = { ...(await desk.staff('cheffe', ['supervisor'], ['voirie'])), closures };
const agent = await desk.staff('agente', ['agent'], ['voirie']);

async function open() {
  const answer = await acceptSubmission(
    { ...desk.public('web'), closures },
    {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      answers: { ...paperAnswers['nid-de-poule'] },
      idempotency: { scope: 'test', key: newId() },
    },
  );
  if (answer.kind !== 'accepted') throw new Error(answer.kind);
  return answer.case;
}
const dueOf = async (id: string) => {
  const [row] = await adminSql<[{ agree: boolean; dueAt: Date }]>`
    select c.due_at = q.due_at and c.due_at = k.due_at as agree, c.due_at from cases c join queue_entry q on q.case_id = c.id
      join clock k on k.case_id = c.id and k.kind = 'decide' where c.id = ${id}`;
  expect(row.agree).toBe(true);
  return row.dueAt.toISOString().slice(0, 10);
};
const moves = async (id: string) =>
  (await adminSql`select 1 from event where subject_id = ${id} and kind = 'clock.moved'`).length;

it('a day the body closes moves what was promised later, once, and never back', async () => {
  const before = await open();
  // The end of a day of Québec is five hours into the next of the world's.
  expect(await dueOf(before.id)).toBe('2026-11-10');
  const day = { day: '2026-11-05', isOpen: false, name: 'Tempête' };
  await expect(setCalendarDay(agent, day)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await setCalendarDay(chief, day)).toBe(true);
  expect(await setCalendarDay(chief, day)).toBe(false);
  await expect(setCalendarDay(chief, { ...day, isOpen: true })).rejects.toMatchObject({ code: 'conflict' });
  const [row] = await adminSql<[{ id: string }]>`select id from calendar_day`;
  const outboxId = newId();
  await moveClocks({ ...desk.ctx, closures }, outboxId, row.id);
  await moveClocks({ ...desk.ctx, closures }, newId(), row.id);
  expect(await dueOf(before.id)).toBe('2026-11-11');
  expect(await moves(before.id)).toBe(1);
  const after = await open();
  expect(await dueOf(after.id)).toBe('2026-11-11');
  expect(await withdrawCalendarDay(chief, row.id as never)).toBe(true);
  expect(await withdrawCalendarDay(chief, row.id as never)).toBe(false);
  await moveClocks({ ...desk.ctx, closures }, newId(), row.id);
  expect(await dueOf(before.id)).toBe('2026-11-11');
  const events = await adminSql`select kind from event where subject_kind = 'calendar' order by seq`;
  expect(events.map(({ kind }) => kind)).toEqual(['calendar.set', 'calendar.withdrawn']);
});
