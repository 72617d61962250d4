import type { ReplyChoice, ReplyWay } from '@guichet/catalogue';
import type { OpenKey } from '../privacy/case-key.ts';

/** Opens how a person chose to hear back; a way without details needs none to be opened. */
export function findRecipient(key: OpenKey, way: ReplyWay, sealed: Buffer | null): ReplyChoice {
  if (sealed !== null) return key.open('reply', sealed) as ReplyChoice;
  if (way === 'none') return { way };
  return way === 'pickup' ? { way } : { way, pending: true };
}

/** Tells whether the address was said and waits to be typed. */
export function isHeld(choice: ReplyChoice): choice is Extract<ReplyChoice, { pending: true }> {
  return 'pending' in choice;
}
