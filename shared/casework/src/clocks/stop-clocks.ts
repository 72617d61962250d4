import type { CaseId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { ClockKind } from './due.ts';

/** Marks a case's running clocks of some kinds as met now. Safe to repeat: a clock met stays met when it was. */
export async function stopClocks(tx: DeskTx, caseId: CaseId, kinds: ClockKind[]): Promise<void> {
  await tx.sql`update clock set met_at = ${tx.now} where case_id = ${caseId} and kind = any (${kinds}) and met_at is null`;
}
