import { day, hour } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { callableFrom } from '../clocks/calling-hours.ts';
import type { DeskContext } from '../context.ts';
import { countCalls, freeAt, lockCounts, subjectsOf } from './call-counts.ts';

/** Whom the desk may call, and how often, 0 for nobody: what a stolen session, a slip or a flood of replies could cost is bounded. */
export interface OutboundRules {
  /** A number that begins with none of these is never called, nor sent a text message. */
  prefixes: readonly string[];
  callsANumberADay: number;
  callsAnHour: number;
}

/** Why a number is not called, and from when it may be; never where the prefixes leave it out, or where the desk calls nobody. */
export type CallRefusal =
  | { why: 'number' | 'none' }
  | { why: 'hours' | 'number-often' | 'often'; opensAt: Date };

/** Tells whether a number, E.164, begins as one of those that the desk calls and writes to. */
export function isAllowedNumber(phone: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => phone.startsWith(prefix));
}

/**
 * Counts a call that staff asked for, or says why it may not be made.
 *
 * Guarantee: one budget for all calls of the desk; calls asked for at the same moment count one after the other, so that no more
 *   than the rules pass; a call that is refused counts nothing; of a number only a keyed hash is kept, for a day.
 */
export async function countOutboundCall(
  ctx: DeskContext,
  tx: DeskTx,
  phone: string,
  rules: OutboundRules,
): Promise<CallRefusal | undefined> {
  await lockCounts(tx);
  const refusal = await refusalOf(ctx, tx, phone, rules);
  if (!refusal) await countCalls(tx, subjectsOf(ctx, phone));
  return refusal;
}

/** Tells why a call may not be made now. Guarantee: counts nothing. */
export async function refusalOf(
  ctx: DeskContext,
  tx: DeskTx,
  phone: string,
  { prefixes, callsANumberADay, callsAnHour }: OutboundRules,
): Promise<CallRefusal | undefined> {
  if (!isAllowedNumber(phone, prefixes)) return { why: 'number' };
  if (callsANumberADay === 0 || callsAnHour === 0) return { why: 'none' };
  const hoursAt = callableFrom(tx.now);
  if (hoursAt) return { why: 'hours', opensAt: hoursAt };
  const [toNumber, toAnyone] = subjectsOf(ctx, phone);
  const numberFreeAt = await freeAt(tx, toNumber, callsANumberADay, day);
  if (numberFreeAt) return { why: 'number-often', opensAt: numberFreeAt };
  const anyoneFreeAt = await freeAt(tx, toAnyone, callsAnHour, hour);
  return anyoneFreeAt && { why: 'often', opensAt: anyoneFreeAt };
}
