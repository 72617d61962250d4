import type { CaseId, Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { statusCode } from '../privacy/proofs.ts';
import type { AcceptedCase } from './accept-submission.ts';

/** Finds what a person was told when their submission was accepted, by its idempotency key. */
export async function findAcceptance(
  ctx: DeskContext,
  { scope, key }: { scope: string; key: string },
): Promise<(Omit<AcceptedCase, 'service'> & { acceptedAt: Date }) | undefined> {
  const hash = ctx.keyring.blindIndex('idempotency', key);
  return readAs(ctx, 'status.read', async (sql) => {
    const [row] = await sql<[{ id: CaseId; reference: Reference; dueAt: Date; acceptedAt: Date }?]>`
      select case_id as id, reference, due_at, accepted_at from intake_key where scope = ${scope} and key_hash = ${hash}`;
    return row && { ...row, statusCode: statusCode(ctx.keyring, row.id) };
  });
}
