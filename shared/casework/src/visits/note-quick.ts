import { DeskError, type VisitRequestId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { visitAtCounter } from './call-next.ts';
import { familiesOf, type Family } from './families.ts';
import { lockOwnCounter, staffIdOf } from './staff-at.ts';

export interface NoteQuick {
  /** Made when the page is drawn: the same press twice counts once. */
  id: VisitRequestId;
  family: Family;
}

/**
 * Counts a service given on the spot, a direction or a form handed over: no case, and no ticket where there was none.
 *
 * Guarantee: counted once; with the visit at the counter, if there is one. Errors: invalid; conflict — the clerk sits at no counter
 */
export async function noteQuick(
  ctx: DeskContext,
  { id, family }: NoteQuick,
): Promise<{ kind: 'counted' | 'already' }> {
  return transact<{ kind: 'counted' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    if (!familiesOf(ctx.catalogue).includes(family)) throw new DeskError('invalid', 'no-such-family');
    const counter = await lockOwnCounter(ctx, tx);
    const visitId = (await visitAtCounter(tx, counter.id)) ?? null;
    const { count } = await tx.sql`
      insert into visit_request (id, visit_id, place_id, counter_id, staff_id, family, kind, at)
      values (${id}, ${visitId}, ${counter.placeId}, ${counter.id}, ${staffIdOf(ctx)}, ${family}, 'quick', ${tx.now})
      on conflict (id) do nothing`;
    if (count === 0) return tx.unchanged({ kind: 'already' });
    return tx.record(
      { subject: { kind: 'counter', id: counter.id }, kind: 'counter.quick', data: { family } },
      { kind: 'counted' },
    );
  });
}
