import type { ReplyChoice, ReplyWay } from '@guichet/catalogue';
import type { OpenKey } from '../privacy/case-key.ts';

/** Opens how a person chose to hear back; a way without details needs none to be opened. */
export function findRecipient(key: OpenKey, way: ReplyWay, sealed: Buffer | null): ReplyChoice {
  if (sealed !== null) return key.open('reply', sealed) as ReplyChoice;
  if (way === 'none') return { way };
  return way === 'pickup' ? { way } : { way, pending: true };
}

/** Opens where one reply goes: where it was sent on purpose, or how its person chose to hear back. */
export function findRecipientOf(
  key: OpenKey,
  reply: { id: string; way: ReplyWay; toSealed: Buffer | null },
  chosen: Buffer | null,
): ReplyChoice {
  if (reply.toSealed !== null) return key.open(`reply-to:${reply.id}`, reply.toSealed) as ReplyChoice;
  return findRecipient(key, reply.way, chosen);
}

/** Tells whether the address was said and waits to be typed. */
export function isHeld(choice: ReplyChoice): choice is Extract<ReplyChoice, { pending: true }> {
  return 'pending' in choice;
}
