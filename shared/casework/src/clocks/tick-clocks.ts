import type { CaseId, ClockId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import type { ClockKind } from './due.ts';

const pageMax = 200;

/**
 * Marks the clocks whose promise was missed, with one event each. Gives how many.
 *
 * Guarantee: a paused case is left alone; a clock is marked once; the work grows with what is due, not with what is open.
 */
export async function tickClocks(ctx: DeskContext): Promise<number> {
  let marked = 0;
  for (;;) {
    const count = await tickPage(ctx);
    marked += count;
    if (count < pageMax) return marked;
  }
}

function tickPage(ctx: DeskContext): Promise<number> {
  return transact(ctx, 'clocks.tick', async (tx) => {
    // Oldest promise first, by the index of running clocks; rows held by a verb at work wait for the next tick.
    const missed = await tx.sql<{ id: ClockId; caseId: CaseId; kind: ClockKind }[]>`
      update clock set overdue_at = ${tx.now}
      where id in (
        select k.id from clock k
        where k.met_at is null and k.overdue_at is null and k.due_at < ${tx.now}
          and not exists (select 1 from clock_pause p where p.case_id = k.case_id and p.ended_at is null)
        order by k.due_at, k.id limit ${pageMax} for update of k skip locked)
      returning id, case_id, kind`;
    for (const { caseId, kind } of missed)
      await tx.note({ subject: { kind: 'case', id: caseId }, kind: 'clock.missed', data: { clock: kind } });
    return tx.unchanged(missed.length);
  });
}
