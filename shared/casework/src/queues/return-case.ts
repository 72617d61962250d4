import { DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { lockCase, requireHeld, requireNotProposed } from '../cases/lock-case.ts';
import { requireSeen } from '../cases/seen/version-of.ts';
import type { DeskContext } from '../context.ts';
import { enqueue } from '../cases/enqueue.ts';
import { type ActBegun, keepActed } from './acts/keep-acted.ts';

export type Returned = { kind: 'returned' | 'already' };

/**
 * Puts a case back in the queue, in the place its promise gives it.
 *
 * Guarantee: repeating is harmless. Errors: not-found; not-allowed — someone else holds it; conflict — it is closed.
 */
export async function returnCase(ctx: DeskContext, reference: string, act?: ActBegun): Promise<Returned> {
  return transact<Returned>(ctx, 'case.return', async (tx) => {
    const found = await lockCase(tx, reference);
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (found.heldBy === null) return tx.unchanged({ kind: 'already' });
    requireHeld(ctx, found);
    requireNotProposed(found);
    await requireSeen(tx, found.id);
    await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = 'returned' where case_id = ${found.id} and ended_at is null`;
    await enqueue(tx, found.id);
    const returned = await tx.record<Returned>(
      { subject: { kind: 'case', id: found.id }, kind: 'case.returned' },
      { kind: 'returned' },
    );
    await keepActed(ctx, tx, act, found, { team: found.team, heldBy: null });
    return returned;
  });
}
