import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { statusCode } from '../privacy/proofs.ts';
import type { AcceptedCase } from './accept-submission.ts';

export interface FoundAcceptance extends Omit<AcceptedCase, 'service'> {
  acceptedAt: Date;
  /** When the person acted; null for who does not see the case. */
  depositedAt: Date | null;
}

/** Finds what a person was told when their submission was accepted, by its idempotency key. */
export async function findAcceptance(
  ctx: DeskContext,
  { scope, key }: { scope: string; key: string },
): Promise<FoundAcceptance | undefined> {
  const hash = ctx.keyring.blindIndex('idempotency', key);
  return readAs(ctx, 'status.read', async (sql) => {
    const [row] = await sql<[Omit<FoundAcceptance, 'statusCode'>?]>`
      select k.case_id as id, k.reference, k.due_at, k.accepted_at, c.deposited_at
      from intake_key k left join cases c on c.id = k.case_id where k.scope = ${scope} and k.key_hash = ${hash}`;
    return row && { ...row, statusCode: statusCode(ctx.keyring, row.id) };
  });
}
