import { DeskError, type VisitId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { clearScreen, moveTo } from './visit-state.ts';
import { lockVisitHere } from './staff-at.ts';

/**
 * Sets a visit aside while its person fetches or fills in something: the counter is free, and their place is kept.
 *
 * Guarantee: repeating changes nothing; the screen before the counter shows nothing more of them. Errors: not-found; conflict
 */
export async function holdVisit(
  ctx: DeskContext,
  visitId: VisitId,
): Promise<{ kind: 'on-hold' | 'already' }> {
  return transact<{ kind: 'on-hold' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const visit = await lockVisitHere(ctx, tx, visitId);
    if (visit.state === 'on-hold') return tx.unchanged({ kind: 'already' });
    if (visit.state !== 'serving') throw new DeskError('conflict', 'visit-moved-on');
    await moveTo(tx, visit, { state: 'on-hold', family: visit.family, counterId: visit.counterId });
    await clearScreen(tx, visitId);
    return tx.record({ subject: { kind: 'visit', id: visitId }, kind: 'visit.held' }, { kind: 'on-hold' });
  });
}
