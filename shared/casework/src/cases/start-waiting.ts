import { newId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { LockedCase } from './lock-case.ts';

/** Stops the clocks of a locked case while we wait for its person: it waits in no queue meanwhile. */
export async function startWaiting(tx: DeskTx, { id }: Pick<LockedCase, 'id'>): Promise<void> {
  await tx.sql`
    insert into clock_pause (id, case_id, reason, started_at) values (${newId()}, ${id}, 'waiting-for-person', ${tx.now})`;
  await tx.sql`delete from queue_entry where case_id = ${id}`;
}
