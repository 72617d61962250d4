import { DeskError, type VisitId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { visitAtCounter } from './call-next.ts';
import { lockOwnCounter, staffIdOf } from './staff-at.ts';
import { lockVisit, moveTo } from './visit-state.ts';

/**
 * Begins to serve a person who came to the counter, or came back to it after a wait aside.
 *
 * Guarantee: one person at a counter; repeating changes nothing.
 * Errors: not-found; conflict — somebody else is at the counter, or the person is called elsewhere.
 */
export async function startServing(
  ctx: DeskContext,
  visitId: VisitId,
): Promise<{ kind: 'serving' | 'already' }> {
  return transact<{ kind: 'serving' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const counter = await lockOwnCounter(ctx, tx);
    const visit = await lockVisit(tx, visitId);
    if (visit.state === 'serving' && visit.counterId === counter.id) return tx.unchanged({ kind: 'already' });
    const mine = visit.state === 'called' && visit.counterId === counter.id;
    if (visit.placeId !== counter.placeId || (!mine && visit.state !== 'on-hold'))
      throw new DeskError('conflict', 'visit-moved-on');
    const other = await visitAtCounter(tx, counter.id);
    if (other && other !== visitId) throw new DeskError('conflict', 'counter-busy');
    await moveTo(tx, visit, {
      state: 'serving',
      family: visit.family,
      counterId: counter.id,
      staffId: staffIdOf(ctx),
    });
    return tx.record(
      { subject: { kind: 'visit', id: visitId }, kind: 'visit.serving', data: { counter: counter.name } },
      { kind: 'serving' },
    );
  });
}
