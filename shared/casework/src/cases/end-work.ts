import type { CaseId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';

/** Takes a case that is closed out of its queue, and from whoever holds it. */
export async function endWork(tx: DeskTx, caseId: CaseId): Promise<void> {
  await tx.sql`delete from queue_entry where case_id = ${caseId}`;
  await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = 'closed' where case_id = ${caseId} and ended_at is null`;
}
