import type { Provenance } from '@guichet/catalogue';
import type { Channel } from '@guichet/kernel';
import type { Actor } from '../context.ts';

/**
 * Adds who typed or confirmed an answer, and from which channel they had it, where a member of staff did.
 *
 * Guarantee: what the person gave or the machine read alone is left as it is; so is what two persons keyed, who are named nowhere as one.
 */
export function signProvenance(provenance: Provenance, actor: Actor, channel: Channel): Provenance {
  const isTheirs = provenance.how === 'typed-by-staff' || provenance.checked === 'once';
  if (actor.kind !== 'staff' || !isTheirs || provenance.by !== undefined) return provenance;
  return { ...provenance, by: actor.staffId, channel };
}
