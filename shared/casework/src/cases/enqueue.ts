import type { CaseId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';

/** Puts a case in the queue, in the place its promise gives it. Safe to repeat; a case that someone else put there stays. */
export async function enqueue(tx: DeskTx, caseId: CaseId): Promise<void> {
  await tx.sql`
    insert into queue_entry (case_id, team, class, due_at, deposited_at)
    select id, team, queue_class, due_at, deposited_at from cases where id = ${caseId} on conflict (case_id) do nothing`;
}
