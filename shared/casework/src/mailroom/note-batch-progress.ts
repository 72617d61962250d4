import type { BatchId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/**
 * Says how far the reading of a batch is, for whoever looks at its page.
 *
 * Guarantee: a batch that is settled stays as it is. No event: how far the machine is now is no fact of the batch's history.
 */
export async function noteBatchProgress(
  ctx: DeskContext,
  batchId: BatchId,
  { pages, pagesRead }: { pages: number; pagesRead: number },
): Promise<void> {
  return transact(ctx, 'mailroom.read', async (tx) => {
    await tx.sql`update batch set pages = ${pages}, pages_read = ${pagesRead} where id = ${batchId} and read_at is null`;
    return tx.unchanged(undefined);
  });
}
