import { type EvidenceId, idOfHash } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';

/** Gives the id under which a message left by phone is kept: the same each time the provider tells of it. */
export function messageRecordingId(keyring: Keyring, recordingSid: string): EvidenceId {
  return idOfHash(keyring.blindIndex('message-recording', recordingSid));
}
