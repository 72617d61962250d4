import type { CallDeps } from '@guichet/channels/phone';
import { type EvidenceId, newId } from '@guichet/kernel';
import type { PhoneDeps } from './phone-deps.ts';

/** Gives what the dialog knows of the desk at this moment. */
export function callDepsOf(deps: PhoneDeps): CallDeps {
  return {
    services: deps.services(),
    newEvidenceId: () => newId<'evidence'>() satisfies EvidenceId,
    ...(deps.deskName ? { deskName: deps.deskName } : {}),
    ...(deps.addresses ? { addresses: deps.addresses } : {}),
    ...(deps.postTo ? { postTo: deps.postTo } : {}),
    ...(deps.pointer?.phone === undefined ? {} : { textsFrom: deps.pointer.phone }),
    ...(deps.callBackDays ? { callBackDays: deps.callBackDays() } : {}),
    ...(deps.people ? { people: deps.people() } : {}),
  };
}
