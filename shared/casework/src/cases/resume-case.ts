import { DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { endWaiting } from './end-waiting.ts';
import { lockCase } from './lock-case.ts';
import { requireSeen } from './seen/version-of.ts';

/**
 * Lets a paused case's clocks run again, moved by as long as we waited.
 *
 * Guarantee: repeating is harmless. Gives whether it was paused. Errors: not-found; conflict — it is closed.
 */
export async function resumeCase(ctx: DeskContext, reference: string): Promise<boolean> {
  return transact(ctx, 'case.resume', async (tx) => {
    const found = await lockCase(tx, reference);
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (found.pausedAt !== null) await requireSeen(tx, found.id);
    if (!(await endWaiting(tx, found))) return tx.unchanged(false);
    return tx.record({ subject: { kind: 'case', id: found.id }, kind: 'case.resumed' }, true);
  });
}
