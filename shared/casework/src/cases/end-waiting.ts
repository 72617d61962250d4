import type { DeskTx } from '../audit/transact.ts';
import { endPause } from '../clocks/end-pause.ts';
import { enqueue } from './enqueue.ts';
import type { LockedCase } from './lock-case.ts';

/** Lets the clocks of a locked case run again and puts it back in its queue unless someone holds it; tells whether it waited. */
export async function endWaiting(tx: DeskTx, { id, heldBy }: LockedCase): Promise<boolean> {
  if (!(await endPause(tx, id))) return false;
  if (heldBy === null) await enqueue(tx, id);
  return true;
}
