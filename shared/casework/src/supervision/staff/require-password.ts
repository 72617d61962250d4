import { DeskError, type StaffId } from '@guichet/kernel';
import { requirePerson } from '../../audit/require-person.ts';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { countTry, triesOnNumber } from '../../privacy/count-try.ts';
import { passwordMatches } from '../../people/passwords.ts';

interface Account {
  id: StaffId;
  signIn: string;
  passwordHash: string;
}

/**
 * Asks the actor's own password again, before something that outlives their session. Gives their account.
 *
 * Guarantee: tries are counted before the password is looked at. Errors: not-allowed — a key, or the wrong password; too-many
 * Source: OWASP ASVS 5.0 §7.5.1
 */
export async function requirePassword(
  ctx: DeskContext,
  permission: 'account.change' | 'key.make',
  current: string,
): Promise<Account> {
  const account = await transact(ctx, permission, async (tx) => {
    requirePerson(ctx);
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const { staffId } = ctx.actor;
    await countTry(ctx, tx, 'password-attempt', staffId, triesOnNumber);
    const [row] = await tx.sql<[Account]>`
      select id, sign_in, password_hash from staff where id = ${staffId}`;
    return tx.unchanged(row);
  });
  if (await passwordMatches(current, account.passwordHash)) return account;
  throw new DeskError('not-allowed', 'password-wrong');
}
