import { type CaseId, newId, type Reference } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

export type TakeNext = { kind: 'taken'; caseId: CaseId; reference: Reference } | { kind: 'empty' };

/**
 * Gives the agent the case that waits first in the queue of their teams.
 *
 * Guarantee: no case is given to two agents; blind to the channel; order is what was promised first, then who waited
 *   longest, then id.
 */
export async function takeNext(ctx: DeskContext): Promise<TakeNext> {
  return transact<TakeNext>(ctx, 'case.take', async (tx) => {
    if (ctx.actor.kind !== 'staff') return tx.unchanged({ kind: 'empty' });
    const { staffId, teams } = ctx.actor;
    // Claim: one index range a team, first row not locked by another agent. Deleting the entry is the claim; a crash before
    // the commit leaves it in the queue. Example: teams {voirie} → 1 row, or none when all are taken.
    const [entry] = await tx.sql<[{ caseId: CaseId }?]>`
      delete from queue_entry where case_id = (
        select first.case_id from unnest(${teams as string[]}::text[]) as mine (team)
        cross join lateral (
          select case_id, due_at, deposited_at from queue_entry q where q.team = mine.team
          order by due_at, deposited_at, case_id limit 1 for update skip locked
        ) first
        order by first.due_at, first.deposited_at, first.case_id limit 1)
      returning case_id`;
    if (!entry) return tx.unchanged({ kind: 'empty' });
    await tx.sql`
      insert into assignment (id, case_id, staff_id, started_at) values (${newId()}, ${entry.caseId}, ${staffId}, ${tx.now})`;
    const [row] = await tx.sql<
      [{ reference: Reference }]
    >`select reference from cases where id = ${entry.caseId}`;
    return tx.record(
      { subject: { kind: 'case', id: entry.caseId }, kind: 'case.taken' },
      { kind: 'taken', caseId: entry.caseId, reference: row.reference },
    );
  });
}
