import { type CounterId, DeskError, type VisitId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { familiesOf, type Family } from './families.ts';
import { clearScreen, putInLine } from './visit-state.ts';
import { lockVisitHere } from './staff-at.ts';

export interface TransferVisit {
  visitId: VisitId;
  family: Family;
  /** Absent leaves it to whichever counter serves the family. */
  counterId?: CounterId;
}

/**
 * Sends a person on to another family or counter, in its line with the time they have waited already.
 *
 * Guarantee: the ticket stays; time served does not count as waited, time waited is never lost; repeating changes nothing.
 * Errors: not-found; invalid — no such family or counter here; conflict — the visit ended.
 */
export async function transferVisit(
  ctx: DeskContext,
  { visitId, family, counterId }: TransferVisit,
): Promise<{ kind: 'transferred' | 'already' }> {
  return transact<{ kind: 'transferred' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    if (!familiesOf(ctx.catalogue).includes(family)) throw new DeskError('invalid', 'no-such-family');
    const visit = await lockVisitHere(ctx, tx, visitId);
    if (visit.state === undefined || !visit.isToday) throw new DeskError('conflict', 'visit-moved-on');
    if (visit.state === 'waiting' && visit.family === family && visit.counterId === (counterId ?? null))
      return tx.unchanged({ kind: 'already' });
    const [counter] =
      counterId === undefined
        ? [undefined]
        : await tx.sql<[{ name: string }?]>`
            select name from counter where id = ${counterId} and place_id = ${visit.placeId}`;
    if (counterId !== undefined && !counter) throw new DeskError('invalid', 'no-such-counter');
    await tx.sql`update visit set family = ${family} where id = ${visitId}`;
    await putInLine(tx, visit, { family, counterId: counterId ?? null });
    await clearScreen(tx, visitId);
    return tx.record(
      {
        subject: { kind: 'visit', id: visitId },
        kind: 'visit.transferred',
        data: { from: visit.family, family, counter: counter?.name ?? null },
      },
      { kind: 'transferred' },
    );
  });
}
