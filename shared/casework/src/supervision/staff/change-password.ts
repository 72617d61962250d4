import { DeskError } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { hashPassword } from '../../people/passwords.ts';
import { requirePassword } from './require-password.ts';
import { revokeKeysOf } from '../access-keys/revoke-access-key.ts';

/** Unit: characters. Length does more than odd signs. Source: OWASP ASVS 5.0 §6.2 */
export const passwordLength = { min: 12, max: 128 } as const;

/**
 * Changes the actor's own password and ends all their sessions and keys; whoever calls begins a new session.
 *
 * Errors: too-many; not-allowed — a key, or the password so far is wrong; invalid — the new one is too short, too long, the sign-in name or the one so far.
 */
export async function changePassword(
  ctx: DeskContext,
  input: { current: string; next: string },
): Promise<{ signIn: string }> {
  const account = await requirePassword(ctx, 'account.change', input.current);
  const { min, max } = passwordLength;
  if (input.next.length < min || input.next.length > max)
    throw new DeskError('invalid', 'password-length', { params: { min, max } });
  if (input.next === input.current || input.next.toLowerCase().includes(account.signIn))
    throw new DeskError('invalid', 'password-known');
  const hash = await hashPassword(input.next);
  return transact(ctx, 'account.change', async (tx) => {
    const { id } = account;
    // Of two changes at once, the second was made against a password that is no longer there.
    const done = await tx.sql`
      update staff set password_hash = ${hash}, temporary_until = null, sessions_from = ${tx.now}
      where id = ${id} and password_hash = ${account.passwordHash}`;
    if (done.count === 0) throw new DeskError('not-allowed', 'password-wrong');
    await revokeKeysOf(ctx, tx, id);
    return tx.record(
      { subject: { kind: 'staff', id }, kind: 'staff.password-changed' },
      { signIn: account.signIn },
    );
  });
}
