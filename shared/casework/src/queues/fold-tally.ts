import { transact } from '../audit/transact.ts';
import { dueDay } from '../clocks/due-day.ts';
import type { DeskContext } from '../context.ts';

const rowsMax = 10_000;

/**
 * Folds what came to the queues and went since the last time into one row for each kind of case and day promised; days that are over into one.
 *
 * Guarantee: changes neither a count nor a mark; never makes a writer wait; twice at once each row is folded once.
 */
export function foldTally(ctx: DeskContext): Promise<void> {
  return transact(ctx, 'queue.watch', async (tx) => {
    const { day } = dueDay(tx.now);
    // Rows locked by another fold are left to it. Example: +1, +1, -1 of voirie → +1 of voirie. What is over is late, whichever day it was.
    await tx.sql`
      with gone as (
        delete from queue_tally where ctid = any (array(select ctid from queue_tally limit ${rowsMax} for update skip locked))
        returning team, service_code, channel, language, due_on, change, mark)
      insert into queue_tally (team, service_code, channel, language, due_on, change, mark)
      select team, service_code, channel, language, greatest(due_on, ${day}::date - 1), sum(change), bit_xor(mark)
      from gone group by 1, 2, 3, 4, 5 having sum(change) <> 0 or bit_xor(mark) <> 0`;
    return tx.unchanged(undefined);
  });
}
