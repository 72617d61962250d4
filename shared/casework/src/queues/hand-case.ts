import { type CaseId, newId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { dueAt } from '../clocks/due.ts';
import type { DeskContext } from '../context.ts';

/** Gives a case to a person, from now on; it returns by itself when they do not touch it for as long as their team has said. */
export async function handCase(
  ctx: DeskContext,
  { sql, now }: DeskTx,
  { caseId, staffId }: { caseId: CaseId; staffId: string },
): Promise<void> {
  const [team] = await sql<[{ days: number | null }?]>`
    select t.untouched_days as days from cases c left join team t on t.code = c.team where c.id = ${caseId}`;
  const days = team?.days ?? null;
  const returnAt =
    days === null ? null : dueAt(now, { amount: days, unit: 'business-days' }, ctx.closures?.known);
  await sql`
    insert into assignment (id, case_id, staff_id, started_at, return_at)
    values (${newId()}, ${caseId}, ${staffId}, ${now}, ${returnAt})`;
}
