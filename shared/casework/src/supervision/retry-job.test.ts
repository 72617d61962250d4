import { FixedClock, minute, newId, type OutboxId } from '@guichet/kernel';
import { beforeEach, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { claimDueJobs } from '../outbox/claim-due-jobs.ts';
import { countJobs } from '../outbox/count-jobs.ts';
import { parkJob } from '../outbox/park-job.ts';
import { listParkedJobs } from './list-parked-jobs.ts';
import { retryJob } from './retry-job.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const supervisor = await desk.staff('supervisor', ['supervisor'], []);

let id: OutboxId;
beforeEach(async () => {
  await adminSql`delete from outbox`;
  id = newId<'outbox'>();
  await adminSql`
    insert into outbox (id, job, ids, created_at, due_at, enqueued_at)
    values (${id}, 'mailroom.read', ${adminSql.json({ batchId: newId() })}, ${clock.now()}, ${clock.now()}, ${clock.now()})`;
});

const eventsOf = (subject: string) =>
  adminSql`select kind, actor_kind, subject_kind, data from event where subject_id = ${subject}`;
async function due(): Promise<string[]> {
  const found: string[] = [];
  await claimDueJobs(desk.ctx, 10, async (jobs) => void found.push(...jobs.map((job) => job.id)));
  return found;
}

it('a supervisor makes a parked job due again, as though it were new, and leaves one event', async () => {
  await parkJob(desk.ctx, id, 'no-such-batch');
  clock.advance(10 * minute);
  expect(await retryJob(supervisor, id)).toBe(true);
  expect(await listParkedJobs(supervisor)).toEqual([]);
  expect((await countJobs(desk.ctx)).oldestSeconds).toBe(0);
  expect(await due()).toEqual([id]);
  expect(await eventsOf(id)).toEqual([
    { kind: 'job.retried', actorKind: 'staff', subjectKind: 'job', data: { job: 'mailroom.read' } },
  ]);
});

it('two supervisors at once let it go once', async () => {
  await parkJob(desk.ctx, id, 'fault');
  const answers = await Promise.all(Array.from({ length: 5 }, () => retryJob(supervisor, id)));
  expect(answers.toSorted()).toEqual([false, false, false, false, true]);
  expect(await eventsOf(id)).toHaveLength(1);
});

it('a job that fails again is parked again', async () => {
  await parkJob(desk.ctx, id, 'fault');
  await retryJob(supervisor, id);
  await due();
  await parkJob(desk.ctx, id, 'no-such-batch');
  expect(await listParkedJobs(supervisor)).toMatchObject([{ id, why: 'no-such-batch' }]);
});

it('a job that waits or is at work is left as it is', async () => {
  expect(await retryJob(supervisor, id)).toBe(false);
  expect(await due()).toEqual([]);
  expect(await eventsOf(id)).toEqual([]);
});

it('a job that is done, or never was, is not found', async () => {
  await expect(retryJob(supervisor, newId<'outbox'>())).rejects.toMatchObject({ publicKey: 'no-such-job' });
});

it('only a supervisor may', async () => {
  await parkJob(desk.ctx, id, 'fault');
  const others = [
    await desk.staff('other', ['agent', 'clerk', 'privacy-officer'], ['voirie']),
    desk.public('web'),
    desk.door,
    desk.ctx,
  ];
  for (const ctx of others) await expect(retryJob(ctx, id)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await listParkedJobs(supervisor)).toHaveLength(1);
});

it('the database lets staff change nothing else of the outbox', async () => {
  await parkJob(desk.ctx, id, 'fault');
  const asStaff = (statement: string) =>
    supervisor.sql.begin(async (sql) => {
      await sql`select set_config('guichet.actor_kind', 'staff', true)`;
      return (await sql.unsafe(statement)).count;
    });
  await expect(asStaff(`update outbox set parked_why = 'x'`)).rejects.toThrow(/row-level security/);
  await expect(asStaff(`update outbox set parked_at = null, enqueued_at = now()`)).rejects.toThrow(
    /row-level security/,
  );
  await retryJob(supervisor, id);
  expect(await asStaff(`update outbox set due_at = now() + interval '1 year'`)).toBe(0);
  expect(await asStaff(`delete from outbox`)).toBe(0);
});
