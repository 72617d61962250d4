import type { CompiledService, Answers } from '@guichet/catalogue';
import type { CaseId, DraftNumber } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';

/**
 * Gives the six-digit code that, with the reference, opens a case's status: said, printed or shown at acceptance.
 *
 * Guarantee: the same for a case every time, so a repeated acceptance says the same; not stored in clear anywhere.
 */
export function statusCode(keyring: Keyring, caseId: CaseId): string {
  return sixDigits(keyring.blindIndex('status-code', caseId));
}

/**
 * Gives the six-digit code that, with its number, lets a draft go on at another door.
 *
 * Guarantee: the same for a number every time, whatever id the draft has by then; not stored anywhere.
 */
export function resumeCode(keyring: Keyring, number: DraftNumber): string {
  return sixDigits(keyring.blindIndex('resume-code', number));
}

function sixDigits(hash: Buffer): string {
  return String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
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
