import { DeskError, type OutboxId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/**
 * Makes a parked job due again, for the relay to enqueue as at first: with all its tries. Gives whether it was this call that did.
 *
 * Guarantee: repeating changes nothing; its effect is still once, by the ledger, even if the run that failed did it after all.
 * Errors: not-allowed; not-found — it was done since, or there never was one.
 */
export async function retryJob(ctx: DeskContext, id: OutboxId): Promise<boolean> {
  return transact(ctx, 'job.retry', async (tx) => {
    // One statement: of two supervisors the second waits, and finds the row parked no more.
    const [parked] = await tx.sql<[{ job: string }?]>`
      update outbox set parked_at = null, parked_why = null, enqueued_at = null, due_at = ${tx.now}
      where id = ${id} and parked_at is not null returning job`;
    if (!parked) {
      const [waiting] = await tx.sql`select 1 from outbox where id = ${id}`;
      if (!waiting) throw new DeskError('not-found', 'no-such-job');
      return tx.unchanged(false);
    }
    return tx.record({ subject: { kind: 'job', id }, kind: 'job.retried', data: { job: parked.job } }, true);
  });
}
