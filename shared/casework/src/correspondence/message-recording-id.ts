import { type EvidenceId, idOfHash } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';

/** Gives the id under which a message left by phone is kept when no turn gave it one: the same each time it is told of. */
export function messageRecordingId(keyring: Keyring, recordingSid: string): EvidenceId {
  return idOfHash(keyring.blindIndex('message-recording', recordingSid));
}
