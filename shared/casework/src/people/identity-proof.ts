import type { ServiceDefinition } from '@guichet/catalogue';
import type { CaseId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';

/** How identity is proven: a document seen, a call to a number already on file, or the code that went to the person's contact. */
export const proofWays = ['document-seen', 'call-back', 'code-returned'] as const;
export type ProofWay = (typeof proofWays)[number];

/** Kinds of documents that people show; which one is theirs to choose. */
export const proofDocuments = [
  'passport',
  'permanent-resident',
  'citizenship',
  'indian-status',
  'driver-licence',
  'health-card',
  'other',
] as const;
export type ProofDocument = (typeof proofDocuments)[number];

export interface IdentityProof {
  how: ProofWay;
  /** Of a document seen, its kind where it was noted. */
  document: ProofDocument | null;
  at: Date;
  by: string;
}

/** Nothing needs to be proven where a person's word is enough; a code proves that the contact is theirs, not who they are. */
const proves: Record<ServiceDefinition['who']['identity'], readonly ProofWay[]> = {
  declared: [],
  'contact-proven': proofWays,
  'identity-proven': ['document-seen', 'call-back'],
};

/** Lists the ways that prove what a service asks for; none where a person's word is enough. */
export function proofWaysOf(level: ServiceDefinition['who']['identity']): readonly ProofWay[] {
  return proves[level];
}

/** Gives how the identity of a case's person was proven, if it was. */
export async function identityProofOf(sql: Tx, caseId: CaseId): Promise<IdentityProof | null> {
  const [row] = await sql<[IdentityProof?]>`
    select p.how, p.document, p.at, s.name as by from identity_proof p join staff s on s.id = p.staff_id where p.case_id = ${caseId}`;
  return row ?? null;
}
