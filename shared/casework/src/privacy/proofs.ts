import type { CompiledService, Answers } from '@guichet/catalogue';
import type { CaseId } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';

/**
 * Gives the six-digit code that, with the reference, opens a case's status: said, printed or shown at acceptance.
 *
 * Guarantee: the same for a case every time, so a repeated acceptance says the same; not stored in clear anywhere.
 */
export function statusCode(keyring: Keyring, caseId: CaseId): string {
  const number = keyring.blindIndex('status-code', caseId).readUIntBE(0, 6) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Gives the blind indexes of all facts that prove a case is someone's: its code, and the phone, e-mail and postal codes given. */
export function proofsOf(
  keyring: Keyring,
  caseId: CaseId,
  service: CompiledService,
  answers: Answers,
): Buffer[] {
  const code = proofIndex(keyring, caseId, statusCode(keyring, caseId));
  const given = service.proofs(answers).map(({ value }) => proofIndex(keyring, caseId, value));
  return [code, ...given];
}

/** Bound to the case, so that equal facts of two cases have nothing in common in the table. */
export function proofIndex(keyring: Keyring, caseId: CaseId, fact: string): Buffer {
  return keyring.blindIndex('proof', `${caseId}|${fact}`);
}
