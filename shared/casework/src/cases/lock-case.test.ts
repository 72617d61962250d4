import type { Sql } from '@guichet/platform';
import { expect, it } from 'vitest';
import { eventually } from '../../../../tests/support/eventually.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { returnCase } from '../queues/return-case.ts';
import { takeNext } from '../queues/take-next.ts';
import { actOnCases } from '../queues/acts/act-on-cases.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const other = await desk.staff('autre', ['agent'], ['voirie']);
const [agentId, otherId] = [agent, other].map(({ actor }) => (actor.kind === 'staff' ? actor.staffId : ''));

let made = 0;
const open = async () => {
  const accepted = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: { place: { text: 'Devant le 12' }, size: 'large', danger: false, 'reply-way': 'none' },
    idempotency: { scope: 'test', key: String((made += 1)) },
  });
  if (accepted.kind !== 'accepted') throw new Error('not accepted');
  return accepted.case.reference;
};
/** Ends once a statement of the desk waits for another's lock. */
const someoneWaits = (sql: Sql) =>
  eventually(async () => {
    const rows = await sql`
      select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    return rows.length > 0;
  });

it('a case closed while its return waited is not put back in the queue', async () => {
  const reference = await open();
  await takeNext(agent);
  const returned = await adminSql.begin(async (sql) => {
    await sql`select 1 from cases where reference = ${reference} for update`;
    const waiting = returnCase(agent, reference).then(
      () => 'returned',
      (error: { publicKey?: string }) => error.publicKey,
    );
    await someoneWaits(adminSql as unknown as Sql);
    await sql`
      insert into case_closure (case_id, staff_id, outcome, closed_at, retain_until, disposal)
      select id, ${agentId ?? ''}, 'repaired', now(), current_date + 30, 'destroy' from cases where reference = ${reference}`;
    return { waiting };
  });
  expect(await returned.waiting).toBe('case-closed');
});

it('a case taken while it was being assigned stays with who took it', async () => {
  const reference = await open();
  const assigned = await adminSql.begin(async (sql) => {
    await sql`delete from queue_entry where case_id = (select id from cases where reference = ${reference})`;
    const waiting = actOnCases(agent, { kind: 'assign', to: agentId as never }, [reference]);
    await someoneWaits(adminSql as unknown as Sql);
    await sql`
      insert into assignment (id, case_id, staff_id, started_at)
      select gen_random_uuid(), id, ${otherId ?? ''}, now() from cases where reference = ${reference}`;
    return { waiting };
  });
  expect((await assigned.waiting).cases[0]?.why?.publicKey).toBe('case-changed');
  const [held] = await adminSql`
    select staff_id from assignment a join cases c on c.id = a.case_id where c.reference = ${reference} and a.ended_at is null`;
  expect(held?.['staffId'] ?? held?.['staff_id']).toBe(otherId);
});
