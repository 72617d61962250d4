import { type CaseId, DeskError, type Reference } from '@guichet/kernel';
import type { Sql } from '@guichet/platform';
import type { Inserted } from './inserted.ts';
import type { PreparedCase } from './prepare-case.ts';

/** Finds the case that an idempotency key opened before, and tells whether it carried the same facts. Primary key look-up, one row. */
export async function findAccepted(sql: Sql, { key }: PreparedCase): Promise<Inserted> {
  const [row] = await sql<[{ caseId: CaseId; reference: Reference; dueAt: Date; fingerprint: Buffer }?]>`
    select case_id, reference, due_at, fingerprint from intake_key where scope = ${key.scope} and key_hash = ${key.hash}`;
  if (!row)
    throw new DeskError('conflict', 'still-in-flight', {
      detail: 'the key is held by a transaction not committed yet',
    });
  return {
    fresh: false,
    barred: false,
    sameFacts: row.fingerprint.equals(key.fingerprint),
    caseId: row.caseId,
    reference: row.reference,
    dueAt: row.dueAt,
  };
}
