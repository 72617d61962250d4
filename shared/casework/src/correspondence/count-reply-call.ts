import { hour, minute } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { callableFrom } from '../clocks/calling-hours.ts';
import type { DeskContext } from '../context.ts';
import { attemptUnderWay } from './attempt-under-way.ts';
import { countCalls, freeAt, lockCounts, subjectsOf, uncountCalls } from './call-counts.ts';
import { type CallRefusal, type OutboundRules, refusalOf } from './count-outbound-call.ts';

/** A reply keeps its place in line for so long after its turn came: whoever comes later goes to the end. */
const placeHeldForMs = 15 * minute;
/** Calls to one number are so far from each other that the one before is over. */
const apartMs = 5 * minute;

/**
 * Counts a call that tells a reply, or says why it may not be made now and keeps a place in line for it.
 *
 * Guarantee: as for a call that staff asked for; replies take half of the calls of an hour, so that staff always have the other
 *   half; each that waits has a place of its own, within the hours in which people are called and apart from others to the same number,
 *   and is not asked again before. No number is called that staff are calling or that is told another reply: the reply waits until they are
 *   done, also where both come at one moment.
 */
export async function countReplyCall(
  ctx: DeskContext,
  tx: DeskTx,
  outboxId: string,
  phone: string,
  rules: OutboundRules,
): Promise<CallRefusal | undefined> {
  await lockCounts(tx);
  const [ofReplies, ofThis] = [repliesOf(ctx), ctx.keyring.blindIndex('outbound-place', outboxId)];
  const ofNumber = ctx.keyring.blindIndex('outbound-place-number', phone);
  const [place] = await tx.sql<[{ at: Date }?]>`select at from attempt where subject_hash = ${ofThis}`;
  if (place && place.at > tx.now) return { why: 'often', opensAt: place.at };
  if (place) await uncountCalls(tx, [ofReplies, ofThis, ofNumber], place.at);
  const isTurn = place !== undefined && tx.now.getTime() - place.at.getTime() <= placeHeldForMs;

  const refusal = await refusalOf(ctx, tx, phone, rules);
  if (refusal && !('opensAt' in refusal)) return refusal;
  const [toNumber] = subjectsOf(ctx, phone);
  const afterAt = await freeAt(tx, ofNumber, 1, apartMs);
  if (refusal?.why === 'number-often') {
    // A day ahead, it takes no place from the replies of the hours before.
    const opensAt = latest([refusal.opensAt, afterAt]);
    await countCalls(tx, [ofNumber], opensAt);
    return { ...refusal, opensAt };
  }
  const staffUntil = (await attemptUnderWay(tx, { phoneHash: toNumber }))
    ? new Date(tx.now.getTime() + apartMs)
    : undefined;
  // Of those that waited, the one before may have been late: no call to the number is over yet.
  const isBehind = place !== undefined || afterAt !== undefined;
  const callUntil = isBehind ? await freeAt(tx, toNumber, 1, apartMs) : await replyRingsUntil(ctx, tx, phone);
  const ringsUntil = staffUntil ?? callUntil;
  // Places kept count as calls made, so that the next place comes after them.
  const nextAt = await freeAt(tx, ofReplies, Math.ceil(rules.callsAnHour / 2), hour);
  if (!refusal && !ringsUntil && (isTurn || !nextAt)) {
    await countCalls(tx, [...subjectsOf(ctx, phone), ofReplies, ringingAt(ctx, phone)]);
    return undefined;
  }
  const soonest = latest([refusal?.opensAt, ringsUntil, nextAt, afterAt]);
  const opensAt = callableFrom(soonest) ?? soonest;
  await countCalls(tx, [ofReplies, ofThis, ofNumber], opensAt);
  return { why: refusal?.why ?? 'often', opensAt };
}

/** Takes a reply's call out of the count again that was counted at this instant, since the provider took none: nothing rang. */
export async function uncountReplyCall(
  ctx: DeskContext,
  tx: DeskTx,
  phone: string,
  countedAt: Date,
): Promise<void> {
  await uncountCalls(tx, [...subjectsOf(ctx, phone), repliesOf(ctx), ringingAt(ctx, phone)], countedAt);
}

/** Tells until when a call that tells a reply may ring at a number; undefined when none does. To be asked once the counts are locked. */
export function replyRingsUntil(ctx: DeskContext, tx: DeskTx, phone: string): Promise<Date | undefined> {
  return freeAt(tx, ringingAt(ctx, phone), 1, apartMs);
}

function ringingAt({ keyring }: DeskContext, phone: string): Buffer {
  return keyring.blindIndex('outbound-reply', phone);
}

function latest(instants: readonly (Date | undefined)[]): Date {
  return new Date(Math.max(...instants.map((at) => at?.getTime() ?? 0)));
}

function repliesOf({ keyring }: DeskContext): Buffer {
  return keyring.blindIndex('outbound-call', 'replies');
}
