import { type CaseId, newId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/**
 * Asks staff to find where a person can be written to, or how else they can be told.
 *
 * Guarantee: one open task of this kind a case. Whoever calls holds the case locked.
 */
export async function askForAddress(
  tx: DeskTx,
  { caseId, team }: { caseId: CaseId; team: string },
): Promise<void> {
  await tx.sql`
    insert into task (id, kind, team, case_id, created_at)
    select ${newId<'task'>()}, 'address', ${team}, ${caseId}, ${tx.now}
    where not exists (select 1 from task where case_id = ${caseId} and kind = 'address' and done_at is null)`;
}

/** Ends the task of a case that asks for an address, if there is one. */
export async function finishAddressTask({ actor }: DeskContext, tx: DeskTx, caseId: CaseId): Promise<void> {
  const staffId = actor.kind === 'staff' ? actor.staffId : null;
  await tx.sql`
    update task set done_at = ${tx.now}, done_by = ${staffId} where case_id = ${caseId} and kind = 'address' and done_at is null`;
}
