import type { StaffId } from '@guichet/kernel';
import { requirePerson } from '../../audit/require-person.ts';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { revokeKeysOf } from '../access-keys/revoke-access-key.ts';
import { lockStaff } from './change-staff.ts';
import { hashPassword } from '../../people/passwords.ts';
import { notePasswordGiven } from '../../people/passwords-given.ts';
import { temporaryForMs, temporaryPassword } from './temporary-password.ts';

/**
 * Gives a colleague a password that serves once, to choose another, and ends their sessions and keys; it is told here and kept nowhere.
 *
 * Guarantee: the person is told who gave it; for a time who gave it is no second person beside them.
 * Errors: not-found; not-allowed — one's own account, a privacy officer's, or one of other teams.
 */
export async function resetPassword(ctx: DeskContext, staffId: StaffId): Promise<string> {
  const password = temporaryPassword();
  const hash = await hashPassword(password);
  return transact(ctx, 'staff.write', async (tx) => {
    requirePerson(ctx);
    await lockStaff(ctx, tx, staffId);
    const until = new Date(tx.now.getTime() + temporaryForMs);
    await tx.sql`
      update staff set password_hash = ${hash}, temporary_until = ${until}, sessions_from = ${tx.now} where id = ${staffId}`;
    await revokeKeysOf(ctx, tx, staffId);
    await notePasswordGiven(ctx, tx, staffId);
    return tx.record({ subject: { kind: 'staff', id: staffId }, kind: 'staff.password-reset' }, password);
  });
}
