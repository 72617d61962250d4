import { type CaseId, DeskError } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import {
  type IdentityProof,
  identityProofOf,
  type ProofDocument,
  proofDocuments,
  type ProofWay,
  proofWaysOf,
} from '../people/identity-proof.ts';
import { lockCase } from './lock-case.ts';

export interface ProveIdentity {
  reference: string;
  how: ProofWay;
  /** Of a document seen: its kind, and nothing else of it. */
  document?: ProofDocument;
}

/**
 * Records that the identity of a case's person was proven, and how.
 *
 * Guarantee: an act, once a case; no number, no copy of what was shown; repeating changes nothing.
 * Errors: not-found; conflict — it is closed; invalid — this way does not prove what the service asks for.
 * Source: Act respecting Access, RLRQ c., s. 64: only what is needed is collected
 */
export async function proveIdentity(
  ctx: DeskContext,
  input: ProveIdentity,
): Promise<{ kind: 'proven' | 'already' }> {
  return transact<{ kind: 'proven' | 'already' }>(ctx, 'identity.prove', async (tx) => {
    const found = await lockCase(tx, input.reference);
    const [proven] = await tx.sql`select 1 from identity_proof where case_id = ${found.id}`;
    if (proven) return tx.unchanged({ kind: 'already' });
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    const ways = service ? proofWaysOf(service.definition.who.identity) : [];
    if (!ways.includes(input.how) || ctx.actor.kind !== 'staff')
      throw new DeskError('invalid', 'no-such-proof');
    const document = input.how === 'document-seen' ? (input.document ?? null) : null;
    if (document !== null && !proofDocuments.includes(document))
      throw new DeskError('invalid', 'no-such-document');
    await tx.sql`
      insert into identity_proof (case_id, how, document, at, staff_id)
      values (${found.id}, ${input.how}, ${document}, ${tx.now}, ${ctx.actor.staffId})`;
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'identity.proven',
        data: document === null ? { how: input.how } : { how: input.how, document },
      },
      { kind: 'proven' },
    );
  });
}

/** Finds how the identity of a case's person was proven; null where it was not. No personal data, so no event. Errors: not-found */
export function findIdentityProof(ctx: DeskContext, reference: string): Promise<IdentityProof | null> {
  return readAs(ctx, 'identity.prove', async (sql) => {
    const [found] = await sql<[{ id: CaseId }?]>`select id from cases where reference = ${reference}`;
    if (!found) throw new DeskError('not-found', 'no-such-case');
    return identityProofOf(sql, found.id);
  });
}
