import type { Keyring } from '@guichet/platform';

/** Gives the key that signs the codes of printed pages: doors print with it, the mailroom reads with it. */
export function pageKey(keyring: Keyring): Buffer {
  return keyring.blindIndex('page-code', 'signing-key');
}
