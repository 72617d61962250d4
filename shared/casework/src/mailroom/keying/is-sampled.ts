import type { LetterId } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';

/** Of what: what a machine was sure of, or what a person keyed. */
type Of = 'reading' | 'keying';

/**
 * Tells whether a field is of the sample that is keyed blind.
 *
 * Guarantee: the same answer each time, and nobody without the desk's key can tell beforehand which fields are.
 * Unit: `share` from 0 (none) to 1 (all)
 */
export function isSampled(
  keyring: Keyring,
  of: Of,
  letterId: LetterId,
  path: string,
  share: number,
): boolean {
  const index = keyring.blindIndex(`mailroom-sample-${of}`, `${letterId}|${path}`).readUInt32BE(0);
  return index / 2 ** 32 < share;
}
