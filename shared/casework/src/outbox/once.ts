import type { JobName } from '@guichet/jobs';
import type { DeskTx, Recorded } from '../audit/transact.ts';

export type Once<T> = { kind: 'done'; value: T } | { kind: 'already' };

/**
 * Does a job's effect once: its ledger row, its outbox row's end and the work are one transaction.
 *
 * Guarantee: a second run, even at the same time, waits for the first and finds the ledger row.
 */
export async function once<T>(
  tx: DeskTx,
  outboxId: string,
  job: JobName,
  work: () => Promise<Recorded<T>>,
): Promise<Recorded<Once<T>>> {
  const ledger = await tx.sql`
    insert into effect (outbox_id, job, done_at) values (${outboxId}, ${job}, ${tx.now}) on conflict (outbox_id) do nothing`;
  await tx.sql`delete from outbox where id = ${outboxId}`;
  if (ledger.count === 0) return tx.unchanged({ kind: 'already' });
  const { value } = await work();
  return tx.unchanged({ kind: 'done', value });
}
