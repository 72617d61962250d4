import type { CaseId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';

/**
 * Ends a case's pause and moves its running clocks by as long as it lasted.
 *
 * Guarantee: one open pause a case; nothing moves when there was none.
 * Unit: the pause counts elapsed time, so that the person never loses a day of what was promised.
 */
export async function endPause(tx: DeskTx, caseId: CaseId): Promise<boolean> {
  const [pause] = await tx.sql<[{ startedAt: Date }?]>`
    update clock_pause set ended_at = ${tx.now} where case_id = ${caseId} and ended_at is null returning started_at`;
  if (!pause) return false;
  const ms = tx.now.getTime() - pause.startedAt.getTime();
  await tx.sql`
    update clock set due_at = due_at + ${ms} * interval '1 millisecond' where case_id = ${caseId} and met_at is null`;
  await tx.sql`update cases set due_at = due_at + ${ms} * interval '1 millisecond' where id = ${caseId}`;
  return true;
}
