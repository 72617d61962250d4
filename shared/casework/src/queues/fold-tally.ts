import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

const rowsMax = 10_000;

/**
 * Folds what came to the queues and went since the last time into one row a team.
 *
 * Guarantee: changes neither a count nor a mark; never makes a writer wait; twice at once each row is folded once.
 */
export function foldTally(ctx: DeskContext): Promise<void> {
  return transact(ctx, 'queue.watch', async (tx) => {
    // Rows locked by another fold are left to it. Example: +1, +1, -1 of voirie → +1 of voirie.
    await tx.sql`
      with gone as (
        delete from queue_tally where ctid = any (array(select ctid from queue_tally limit ${rowsMax} for update skip locked))
        returning team, change, mark)
      insert into queue_tally (team, change, mark)
      select team, sum(change), bit_xor(mark) from gone group by team having sum(change) <> 0 or bit_xor(mark) <> 0`;
    return tx.unchanged(undefined);
  });
}
