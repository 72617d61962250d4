import type { StaffId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { revokeKeysOf } from '../access-keys/revoke-access-key.ts';
import { lockStaff } from './change-staff.ts';
import { endWholeBody } from './set-whole-body.ts';

/**
 * Closes a colleague's account: their sessions and keys end at once and their cases go back to the queue.
 *
 * Guarantee: what they did stays in the history under their name; safe to repeat. Gives whether it was this call.
 * Errors: not-found; not-allowed — one's own account, a privacy officer's, or one of other teams.
 */
export function disableStaff(ctx: DeskContext, staffId: StaffId): Promise<boolean> {
  return transact(ctx, 'staff.write', async (tx) => {
    const { disabledAt } = await lockStaff(ctx, tx, staffId);
    if (disabledAt !== null) return tx.unchanged(false);
    await tx.sql`update staff set disabled_at = ${tx.now}, sessions_from = ${tx.now} where id = ${staffId}`;
    await endWholeBody(tx, staffId);
    await revokeKeysOf(ctx, tx, staffId);
    await tx.stage('casework.return-held', { staffId });
    return tx.record({ subject: { kind: 'staff', id: staffId }, kind: 'staff.disabled' }, true);
  });
}

/** Opens a closed account again; its old sessions and keys stay over. Safe to repeat. Gives whether it was this call. Errors: as `disableStaff` */
export function enableStaff(ctx: DeskContext, staffId: StaffId): Promise<boolean> {
  return transact(ctx, 'staff.write', async (tx) => {
    const { disabledAt } = await lockStaff(ctx, tx, staffId);
    if (disabledAt === null) return tx.unchanged(false);
    await tx.sql`update staff set disabled_at = null where id = ${staffId}`;
    return tx.record({ subject: { kind: 'staff', id: staffId }, kind: 'staff.enabled' }, true);
  });
}
