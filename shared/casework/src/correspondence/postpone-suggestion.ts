import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { makeDueAgain } from '../outbox/make-due-again.ts';

/** Makes the asking of a machine due again later: it hears one recording at a time. Unit: milliseconds. */
export async function postponeSuggestion(ctx: DeskContext, outboxId: string, ms: number): Promise<void> {
  return transact(ctx, 'evidence.keep', async (tx) => {
    await makeDueAgain(tx, outboxId, new Date(tx.now.getTime() + ms));
    return tx.unchanged(undefined);
  });
}
