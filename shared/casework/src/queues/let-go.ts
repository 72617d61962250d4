import { type CaseId, newId, type StaffId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { enqueue } from '../cases/enqueue.ts';

export interface HeldCase {
  caseId: CaseId;
  staffId: StaffId;
  /** The case waits for the person: it goes back to the queue when they answer. */
  isPaused: boolean;
}

/**
 * Ends the assignment of a case whose holder can't go on, and puts it back in its place.
 *
 * Guarantee: one event a case; who did not touch it, or was away, gets a word.
 * Shape: the assignment is locked by the caller.
 */
export async function letGo(
  tx: DeskTx,
  { caseId, staffId, isPaused }: HeldCase,
  why: 'untouched' | 'absent' | 'disabled' | 'left-team',
): Promise<void> {
  await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = ${why} where case_id = ${caseId} and ended_at is null`;
  if (!isPaused) await enqueue(tx, caseId);
  if (why === 'untouched' || why === 'absent') {
    await tx.sql`
      insert into staff_notice (id, staff_id, kind, case_id, at) values (${newId()}, ${staffId}, ${why}, ${caseId}, ${tx.now})`;
  }
  await tx.note({
    subject: { kind: 'case', id: caseId },
    kind: 'case.returned',
    data: { why, heldBy: staffId },
  });
}
