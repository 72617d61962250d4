import { DeskError, type VisitId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { putInLine } from './visit-state.ts';
import { lockVisitHere } from './staff-at.ts';

/**
 * Puts back in the line a person who had not come when they were called.
 *
 * Guarantee: with the time waited until the call, and none for the time away; the same day only; repeating changes nothing.
 * Errors: not-found; conflict — the visit ended otherwise, or on another day.
 */
export async function returnVisit(
  ctx: DeskContext,
  visitId: VisitId,
): Promise<{ kind: 'waiting' | 'already' }> {
  return transact<{ kind: 'waiting' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const visit = await lockVisitHere(ctx, tx, visitId);
    if (visit.state === 'waiting') return tx.unchanged({ kind: 'already' });
    if (visit.endedHow !== 'no-show' || !visit.isToday) throw new DeskError('conflict', 'visit-moved-on');
    await tx.sql`update visit set ended_at = null, ended_how = null where id = ${visitId}`;
    await putInLine(tx, visit, { family: visit.family });
    return tx.record(
      { subject: { kind: 'visit', id: visitId }, kind: 'visit.returned' },
      { kind: 'waiting' },
    );
  });
}
