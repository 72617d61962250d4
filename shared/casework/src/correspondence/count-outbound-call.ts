import { day, hour } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { callableFrom } from '../clocks/calling-hours.ts';
import type { DeskContext } from '../context.ts';

/** Whom the desk may call, and how often: what a stolen session, a slip or a flood of replies could cost is bounded. */
export interface OutboundRules {
  /** A number that begins with none of these is never called, nor sent a text message. */
  prefixes: readonly string[];
  callsANumberADay: number;
  callsAnHour: number;
}

/** Why a number is not called, and from when it may be; a number that the prefixes leave out never. */
export type CallRefusal = { why: 'number' } | { why: 'hours' | 'number-often' | 'often'; opensAt: Date };

/** Tells whether a number, E.164, begins as one of those that the desk calls and writes to. */
export function isAllowedNumber(phone: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => phone.startsWith(prefix));
}

/**
 * Counts a call that is about to be made, to who asked for one or to tell a reply, or says why it may not be.
 *
 * Guarantee: one budget for all calls of the desk; calls asked for at the same moment count one after the other, so that no more
 *   than the rules pass; a call that is refused counts nothing; of a number only a keyed hash is kept, for a day.
 */
export async function countOutboundCall(
  ctx: DeskContext,
  tx: DeskTx,
  phone: string,
  { prefixes, callsANumberADay, callsAnHour }: OutboundRules,
): Promise<CallRefusal | undefined> {
  if (!isAllowedNumber(phone, prefixes)) return { why: 'number' };
  const opensAt = callableFrom(tx.now);
  if (opensAt) return { why: 'hours', opensAt };
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('outbound-calls', 0))`;
  const [toNumber, toAnyone] = subjectsOf(ctx, phone);
  const numberFreeAt = await freeAt(tx, toNumber, callsANumberADay, day);
  if (numberFreeAt) return { why: 'number-often', opensAt: numberFreeAt };
  const anyoneFreeAt = await freeAt(tx, toAnyone, callsAnHour, hour);
  if (anyoneFreeAt) return { why: 'often', opensAt: anyoneFreeAt };
  await tx.sql`insert into attempt (subject_hash, at) values (${toNumber}, ${tx.now}), (${toAnyone}, ${tx.now})`;
  return undefined;
}

/** Takes a call out of the count again that was counted at this instant, since the provider took none: nothing rang. */
export async function uncountOutboundCall(
  ctx: DeskContext,
  tx: DeskTx,
  phone: string,
  countedAt: Date,
): Promise<void> {
  for (const subject of subjectsOf(ctx, phone))
    await tx.sql`
      delete from attempt where ctid in (
        select ctid from attempt where subject_hash = ${subject} and at = ${countedAt} limit 1)`;
}

/** A count for the number, and one for all. */
function subjectsOf({ keyring }: DeskContext, phone: string): [Buffer, Buffer] {
  return [keyring.blindIndex('outbound-call', phone), keyring.blindIndex('outbound-call', 'anyone')];
}

/** Gives when the oldest of the last `max` calls leaves the window; undefined while there were fewer. */
async function freeAt(tx: DeskTx, subject: Buffer, max: number, withinMs: number): Promise<Date | undefined> {
  if (max === 0) return new Date(tx.now.getTime() + withinMs);
  const since = new Date(tx.now.getTime() - withinMs);
  const [oldest] = await tx.sql<[{ at: Date }?]>`
    select at from attempt where subject_hash = ${subject} and at > ${since} order by at desc offset ${max - 1} limit 1`;
  return oldest && new Date(oldest.at.getTime() + withinMs);
}
