import { type DraftId, idOfHash } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';

/** Gives the id of the draft of a call's request, so that no turn has to look for it. */
export function callDraftId(keyring: Keyring, callSid: string, request: number): DraftId {
  return idOfHash(keyring.blindIndex('call-draft', `${callSid}:${request}`));
}
