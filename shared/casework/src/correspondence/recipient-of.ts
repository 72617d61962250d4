import type { ReplyChoice } from '@guichet/catalogue';
import type { OpenKey } from '../privacy/case-key.ts';

type ByLetter = Extract<ReplyChoice, { way: 'letter'; name: string }>;

/** Opens to whom and where the letters of a case go; undefined when its replies go another way or their address is not known yet. */
export function recipientOf(key: OpenKey, sealed: Buffer | null): ByLetter | undefined {
  if (sealed === null) return undefined;
  const choice = key.open('reply', sealed) as ReplyChoice;
  return choice.way === 'letter' && 'address' in choice ? choice : undefined;
}
