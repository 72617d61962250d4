import type { DueJob } from '@guichet/casework';
import { type JobQueue, queueOf, retry } from '@guichet/jobs';
import type { Queues } from './open-queues.ts';

/** A finished job leaves nothing behind, so that its id may come again. */
const options = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: retry.attemptsMax,
  backoff: { type: 'exponential', delay: retry.firstDelayMs },
} as const;

/**
 * Puts outbox rows into their job queues.
 *
 * Guarantee: a row that is there already is not added again, since the job's id is the row's.
 * Errors: whatever Redis says; the rows stay due.
 */
export async function enqueueJobs(queues: Queues, due: readonly DueJob[]): Promise<void> {
  const byQueue = new Map<JobQueue, DueJob[]>();
  for (const row of due) {
    const name = queueOf(row.job);
    byQueue.set(name, [...(byQueue.get(name) ?? []), row]);
  }
  for (const [name, rows] of byQueue) {
    await queues
      .of(name)
      .addBulk(rows.map(({ id, job, ids }) => ({ name: job, data: ids, opts: { ...options, jobId: id } })));
  }
}
