import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** Makes the asking of a machine due again later: it hears one recording at a time. Unit: milliseconds. */
export async function postponeSuggestion(ctx: DeskContext, outboxId: string, ms: number): Promise<void> {
  return transact(ctx, 'evidence.keep', async (tx) => {
    const dueAt = new Date(tx.now.getTime() + ms);
    await tx.sql`update outbox set due_at = ${dueAt}, enqueued_at = null where id = ${outboxId}`;
    return tx.unchanged(undefined);
  });
}
