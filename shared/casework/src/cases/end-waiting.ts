import type { DeskTx } from '../audit/transact.ts';
import { endPause } from '../clocks/end-pause.ts';
import type { LockedCase } from './lock-case.ts';

/** Lets the clocks of a locked case run again and puts it back in its queue unless someone holds it; tells whether it waited. */
export async function endWaiting(tx: DeskTx, { id, heldBy }: LockedCase): Promise<boolean> {
  if (!(await endPause(tx, id))) return false;
  if (heldBy === null) {
    await tx.sql`
      insert into queue_entry (case_id, team, due_at, deposited_at)
      select id, team, due_at, deposited_at from cases where id = ${id} on conflict (case_id) do nothing`;
  }
  return true;
}
