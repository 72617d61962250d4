import { day, DeskError, type Id } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { requirePassword } from '../staff/require-password.ts';
import { hashOfToken, newToken } from './access-key-token.ts';

export type AccessKeyId = Id<'access-key'>;

/** Unit: days. */
export const accessKeyDaysMax = 365;

export interface MakeAccessKey {
  /** Made when the page is drawn: the same press twice is one key. */
  id: AccessKeyId;
  /** What its owner calls it: 1 to 60 characters. */
  name: string;
  /** For how many days it serves: 1 to 365. */
  days: number;
  /** The actor's password, asked again. */
  current: string;
}

export type MadeAccessKey = { kind: 'made'; token: string } | { kind: 'already' };

/**
 * Makes a key by which a program acts as the actor, told here and kept nowhere.
 *
 * Guarantee: serves a year at most; once an id; no key makes another one, so that one that got out ends where it is revoked.
 * Errors: not-allowed — the actor came by a key, or the password is wrong; too-many; invalid — no name, or days out of range.
 * Source: OWASP ASVS 5.0 §11.5, §13.3
 */
export async function makeAccessKey(ctx: DeskContext, input: MakeAccessKey): Promise<MadeAccessKey> {
  const name = input.name.trim();
  if (name === '' || name.length > 60) throw new DeskError('invalid', 'access-key-name');
  if (!Number.isInteger(input.days) || input.days < 1 || input.days > accessKeyDaysMax)
    throw new DeskError('invalid', 'access-key-days', { params: { max: accessKeyDaysMax } });
  const { token, hint } = newToken();
  const { id: staffId } = await requirePassword(ctx, 'key.make', input.current);
  return transact<MadeAccessKey>(ctx, 'key.make', async (tx) => {
    const expiresAt = new Date(tx.now.getTime() + input.days * day);
    const made = await tx.sql`
      insert into access_key (id, staff_id, name, hint, token_hash, made_at, expires_at)
      values (${input.id}, ${staffId}, ${name}, ${hint}, ${hashOfToken(token)}, ${tx.now}, ${expiresAt})
      on conflict (id) do nothing`;
    if (made.count === 0) return tx.unchanged({ kind: 'already' });
    return tx.record(
      {
        subject: { kind: 'staff', id: staffId },
        kind: 'access-key.made',
        data: { key: input.id, expiresAt: expiresAt.toISOString() },
      },
      { kind: 'made', token },
    );
  });
}
