import type { Keyring } from '@guichet/platform';
import type { PhoneDesk } from './phone/phone-desk.ts';

/**
 * Seals what Redis keeps of a call between two turns: it holds answers.
 *
 * Guarantee: a key of its own each time, bound to the call; what is moved to another call does not open.
 * Shape: wrapped key and sealed text, base64url, with a dot between.
 */
export function sealedCalls(keyring: Keyring): Pick<PhoneDesk, 'sealState' | 'openState'> {
  return {
    sealState(callSid, text) {
      const key = keyring.newKey();
      const parts = [
        keyring.wrap(key, ownerOf(callSid)),
        keyring.seal(key, ownerOf(callSid), Buffer.from(text)),
      ];
      return parts.map((part) => part.toString('base64url')).join('.');
    },
    openState(callSid, sealed) {
      const [wrapped = '', body = ''] = sealed.split('.');
      const key = keyring.unwrap(Buffer.from(wrapped, 'base64url'), ownerOf(callSid));
      return keyring.open(key, ownerOf(callSid), Buffer.from(body, 'base64url')).toString('utf8');
    },
  };
}

function ownerOf(callSid: string): string {
  return `call-state:${callSid}`;
}
