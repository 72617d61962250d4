import { timingSafeEqual } from 'node:crypto';
import type { Keyring } from '@guichet/platform';

/** Gives the proof that the forms of a session carry: a keyed hash of its token, which a page can hold and the token can't be found from. */
export function csrfOf(keyring: Keyring, token: string): string {
  return keyring.blindIndex('desk-csrf', token).toString('base64url');
}

/** Tells whether a form carries the proof of this session. */
export function csrfMatches(expected: string, given: string | undefined): boolean {
  if (given === undefined) return false;
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
