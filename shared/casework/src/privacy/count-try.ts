import { DeskError, minute } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** How many tries, and within how long. */
export interface TryLimit {
  max: number;
  withinMs: number;
}

/** For what a number and a second fact open, whatever the door. */
export const triesOnNumber: TryLimit = { max: 10, withinMs: 15 * minute };

/**
 * Counts a try on something before it is looked at, whether it exists or not.
 *
 * Guarantee: tries at the same moment count one after the other, so that no more than the limit pass; what was tried is kept as
 *   a keyed hash only. Errors: too-many
 */
export async function countTry(
  ctx: DeskContext,
  tx: DeskTx,
  purpose: 'status-attempt' | 'text-to' | 'case-search' | 'device-code' | 'password-attempt' | 'key-attempt',
  subject: string,
  { max, withinMs }: TryLimit,
): Promise<void> {
  const hash = ctx.keyring.blindIndex(purpose, subject);
  const since = new Date(tx.now.getTime() - withinMs);
  await tx.sql`select pg_advisory_xact_lock(${String(hash.readBigInt64BE(0))}::bigint)`;
  const [{ count }] = await tx.sql<[{ count: number }]>`
    select count(*)::int as count from attempt where subject_hash = ${hash} and at > ${since}`;
  if (count >= max) throw new DeskError('too-many', 'too-many-attempts');
  await tx.sql`insert into attempt (subject_hash, at) values (${hash}, ${tx.now})`;
}
