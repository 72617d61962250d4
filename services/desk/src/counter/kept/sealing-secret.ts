import type { StaffId } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';

/**
 * Gives the secret that opens, on any workstation, the key under which a clerk's requests are kept there: 32 bytes in base64.
 *
 * Guarantee: told to that clerk's own session only; the workstation never stores it. Source: decision 0034
 */
export function sealingSecret(keyring: Keyring, staffId: StaffId): string {
  const halves = ['first', 'second'].map((half) => keyring.blindIndex('kept-requests', `${staffId}|${half}`));
  return Buffer.concat(halves).toString('base64');
}
