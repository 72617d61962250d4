import { createHash, randomBytes } from 'node:crypto';
import { DeskError, hour, minute, type StaffId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { passwordMatches } from './passwords.ts';

/** Absolute life of a session; idle sessions end sooner. Source: OWASP ASVS 5.0 §7.3 */
export const sessionLifeMs = 12 * hour;
export const sessionIdleMs = 30 * minute;

const attemptsMax = 10;
const attemptWindowMs = 15 * minute;
/** Compared against when no such account exists, so that both answers take as long. */
const nobody = `scrypt$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`;

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Signs a staff member in and gives an opaque session token, of which only the hash is kept.
 *
 * Guarantee: a wrong name and a wrong password look and last the same; ten misses for a name in a quarter of an hour close it for a while.
 * Errors: not-allowed — name or password wrong; too-many.
 */
export async function startSession(
  ctx: DeskContext,
  input: { signIn: string; password: string },
): Promise<{ token: string; staffId: StaffId }> {
  const signIn = input.signIn.trim().toLowerCase();
  const account = await lookUp(ctx, signIn);
  const matches = await passwordMatches(input.password, account?.passwordHash ?? nobody);
  const isOver = account?.temporaryUntil && account.temporaryUntil < ctx.clock.now();
  if (!account || !matches || isOver || account.disabledAt !== null)
    throw new DeskError('not-allowed', 'sign-in-refused');
  const token = randomBytes(32).toString('base64url');
  return transact(ctx, 'session.start', async (tx) => {
    await tx.sql`
      insert into staff_session (token_hash, staff_id, started_at, seen_at, expires_at)
      values (${tokenHash(token)}, ${account.id}, ${tx.now}, ${tx.now}, ${new Date(tx.now.getTime() + sessionLifeMs)})`;
    return tx.record(
      { subject: { kind: 'staff', id: account.id }, kind: 'staff.signed-in' },
      { token, staffId: account.id },
    );
  });
}

interface Account {
  id: StaffId;
  passwordHash: string;
  disabledAt: Date | null;
  temporaryUntil: Date | null;
}

/** Counts the attempt, refuses too many, and finds the account. */
async function lookUp(ctx: DeskContext, signIn: string): Promise<Account | undefined> {
  const subject = ctx.keyring.blindIndex('sign-in-attempt', signIn);
  return transact(ctx, 'session.start', async (tx) => {
    const since = new Date(tx.now.getTime() - attemptWindowMs);
    const [{ count }] = await tx.sql<[{ count: number }]>`
      select count(*)::int as count from attempt where subject_hash = ${subject} and at > ${since}`;
    if (count >= attemptsMax) throw new DeskError('too-many', 'too-many-attempts');
    await tx.sql`insert into attempt (subject_hash, at) values (${subject}, ${tx.now})`;
    const [row] = await tx.sql<
      [Account?]
    >`select id, password_hash, disabled_at, temporary_until from staff where sign_in = ${signIn}`;
    return tx.unchanged(row);
  });
}
