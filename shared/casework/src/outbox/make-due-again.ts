import type { DeskTx } from '../audit/transact.ts';

/** Makes a job that was handed over due again at an instant, for the relay to enqueue as at first; changes nothing once it is done. */
export async function makeDueAgain(tx: DeskTx, outboxId: string, at: Date): Promise<void> {
  await tx.sql`update outbox set due_at = ${at}, enqueued_at = null where id = ${outboxId}`;
}
