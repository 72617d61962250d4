import { DeskError } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';

/** The key of one case or draft while a verb works with it. */
export interface OpenKey {
  seal(field: string, value: unknown): Buffer;
  open(field: string, sealed: Buffer): unknown;
}

/** Makes a new data key for an owner (`case:<id>`, `draft:<id>`, `letter:<id>`, `task:<id>`) and gives it wrapped, to be stored, and open. */
export function newDataKey(keyring: Keyring, owner: string): { wrapped: Buffer; key: OpenKey } {
  const dek = keyring.newKey();
  return { wrapped: keyring.wrap(dek, owner), key: openKey(keyring, owner, dek) };
}

/**
 * Opens an owner's stored data key.
 *
 * Guarantee: a value sealed for one owner and field opens for no other.
 * Errors: gone — the key was destroyed, and with it the data.
 */
export function unwrapDataKey(keyring: Keyring, owner: string, wrapped: Buffer | null): OpenKey {
  if (wrapped === null) throw new DeskError('gone', 'data-destroyed');
  return openKey(keyring, owner, keyring.unwrap(wrapped, owner));
}

function openKey(keyring: Keyring, owner: string, dek: Buffer): OpenKey {
  const bind = (field: string) => `${owner}|${field}`;
  return {
    seal: (field, value) => keyring.seal(dek, bind(field), Buffer.from(JSON.stringify(value))),
    open: (field, sealed) => JSON.parse(keyring.open(dek, bind(field), sealed).toString('utf8')),
  };
}
