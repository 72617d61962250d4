import { DeskError } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { countTry, triesOnNumber } from '../../privacy/count-try.ts';
import { hashPassword, passwordMatches } from '../../people/passwords.ts';

/** Unit: characters. Length does more than odd signs. Source: OWASP ASVS 5.0 §6.2 */
export const passwordLength = { min: 12, max: 128 } as const;

/**
 * Changes the actor's own password and ends all their sessions; whoever calls begins a new one.
 *
 * Errors: too-many; not-allowed — the password so far is wrong; invalid — the new one is too short, too long, the sign-in name or the one so far.
 */
export async function changePassword(
  ctx: DeskContext,
  input: { current: string; next: string },
): Promise<{ signIn: string }> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  const { staffId } = actor;
  const account = await transact(ctx, 'account.change', async (tx) => {
    await countTry(ctx, tx, 'password-attempt', staffId, triesOnNumber);
    const [row] = await tx.sql<
      [{ signIn: string; passwordHash: string }]
    >`select sign_in, password_hash from staff where id = ${staffId}`;
    return tx.unchanged(row);
  });
  if (!(await passwordMatches(input.current, account.passwordHash)))
    throw new DeskError('not-allowed', 'password-wrong');
  const { min, max } = passwordLength;
  if (input.next.length < min || input.next.length > max)
    throw new DeskError('invalid', 'password-length', { params: { min, max } });
  if (input.next === input.current || input.next.toLowerCase().includes(account.signIn))
    throw new DeskError('invalid', 'password-known');
  const hash = await hashPassword(input.next);
  return transact(ctx, 'account.change', async (tx) => {
    // Of two changes at once, the second was made against a password that is no longer there.
    const done = await tx.sql`
      update staff set password_hash = ${hash}, temporary_until = null, sessions_from = ${tx.now}
      where id = ${staffId} and password_hash = ${account.passwordHash}`;
    if (done.count === 0) throw new DeskError('not-allowed', 'password-wrong');
    return tx.record(
      { subject: { kind: 'staff', id: staffId }, kind: 'staff.password-changed' },
      { signIn: account.signIn },
    );
  });
}
