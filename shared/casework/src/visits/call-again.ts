import { DeskError, type VisitId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { lockVisitHere } from './staff-at.ts';

/**
 * Calls a person again who has not come to the counter yet.
 *
 * Guarantee: counted, so that the board sounds again and a no-show is not marked after one call unheard. Errors: not-found; conflict
 */
export async function callAgain(ctx: DeskContext, visitId: VisitId): Promise<{ calls: number }> {
  return transact(ctx, 'counter.serve', async (tx) => {
    const visit = await lockVisitHere(ctx, tx, visitId);
    if (visit.state !== 'called') throw new DeskError('conflict', 'visit-moved-on');
    const [row] = await tx.sql<[{ calls: number }]>`
      update visit_period set calls = calls + 1, called_again_at = ${tx.now} where visit_id = ${visitId} and to_at is null
      returning calls`;
    return tx.record(
      { subject: { kind: 'visit', id: visitId }, kind: 'visit.called-again', data: { calls: row.calls } },
      { calls: row.calls },
    );
  });
}
