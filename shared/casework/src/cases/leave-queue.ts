import { DeskError } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { LockedCase } from './lock-case.ts';

/**
 * Takes a locked case out of the queue, if it waits there.
 *
 * Guarantee: never out of the hands of who takes it this moment: taking locks the entry alone, not the case.
 * Errors: conflict — it waited, and somebody else has just taken it.
 */
export async function leaveQueue(tx: DeskTx, { id, heldBy, pausedAt }: LockedCase): Promise<void> {
  const { count } = await tx.sql`delete from queue_entry where case_id = ${id}`;
  if (count === 0 && heldBy === null && pausedAt === null) throw new DeskError('conflict', 'case-changed');
}
