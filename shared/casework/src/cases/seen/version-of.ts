import { type CaseId, DeskError } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { DeskTx } from '../../audit/transact.ts';

/** Events that change nothing of what somebody decides on: who looked, and how far what was sent has come. */
const noChange =
  '^(case\\.(read|revealed|searched|acknowledged)|evidence\\.|status\\.read|task\\.read|address\\.read|letter\\.|recording\\.|transcript\\.|clock\\.|reply\\.(attempted|sent|delivered|print-queue|printed|posted|later|postponed|sent-again))';

/** Gives the number of the last event that changed a case. */
export async function versionOf(sql: Tx, caseId: CaseId): Promise<number> {
  const [row] = await sql<[{ version: number }]>`
    select coalesce(max(seq), 0)::int as version from event where subject_id = ${caseId} and kind !~ ${noChange}`;
  return row.version;
}

/**
 * Refuses a save of somebody who saw the case before it changed, where the context tells what they saw. Whoever calls holds the case locked.
 *
 * Errors: conflict, `case-changed`
 */
export async function requireSeen(tx: DeskTx, caseId: CaseId): Promise<void> {
  if (tx.seen === undefined || (await versionOf(tx.sql, caseId)) <= tx.seen) return;
  throw new DeskError('conflict', 'case-changed');
}
