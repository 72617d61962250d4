import { DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { endPause } from '../clocks/end-pause.ts';
import type { DeskContext } from '../context.ts';
import { lockCase } from './lock-case.ts';

/**
 * Lets a paused case's clocks run again, moved by as long as we waited.
 *
 * Guarantee: repeating is harmless. Gives whether it was paused. Errors: not-found; conflict — it is closed.
 */
export async function resumeCase(ctx: DeskContext, reference: string): Promise<boolean> {
  return transact(ctx, 'case.resume', async (tx) => {
    const found = await lockCase(tx, reference);
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (!(await endPause(tx, found.id))) return tx.unchanged(false);
    if (found.heldBy === null) {
      await tx.sql`
        insert into queue_entry (case_id, team, due_at, deposited_at)
        select id, team, due_at, deposited_at from cases where id = ${found.id} on conflict (case_id) do nothing`;
    }
    return tx.record({ subject: { kind: 'case', id: found.id }, kind: 'case.resumed' }, true);
  });
}
