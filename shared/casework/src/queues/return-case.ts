import { DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { lockCase, requireHeld, requireNotProposed } from '../cases/lock-case.ts';
import { requireSeen } from '../cases/seen/version-of.ts';
import type { DeskContext } from '../context.ts';
import { enqueue } from '../cases/enqueue.ts';

/**
 * Puts a case back in the queue, in the place its promise gives it.
 *
 * Guarantee: repeating is harmless. Errors: not-found; not-allowed — someone else holds it; conflict — it is closed.
 */
export async function returnCase(ctx: DeskContext, reference: string): Promise<void> {
  return transact(ctx, 'case.return', async (tx) => {
    const found = await lockCase(tx, reference);
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (found.heldBy === null) return tx.unchanged(undefined);
    requireHeld(ctx, found);
    requireNotProposed(found);
    await requireSeen(tx, found.id);
    await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = 'returned' where case_id = ${found.id} and ended_at is null`;
    await enqueue(tx, found.id);
    return tx.record({ subject: { kind: 'case', id: found.id }, kind: 'case.returned' }, undefined);
  });
}
