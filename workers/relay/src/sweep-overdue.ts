import { type DeskContext, listOverdueJobs, requeueJobs } from '@guichet/casework';
import { overdueAfterMs, queueOf } from '@guichet/jobs';
import type { Queues } from './open-queues.ts';

const pageMax = 500;

/**
 * Finds rows that were enqueued a while ago and that Redis holds no more, and makes them due again. Gives how many.
 *
 * Guarantee: a job that Redis still holds, waiting or at work, is left alone.
 */
export async function sweepOverdue(ctx: DeskContext, queues: Queues): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - overdueAfterMs);
  const overdue = await listOverdueJobs(ctx, before, pageMax);
  const held = await Promise.all(overdue.map(({ id, job }) => queues.of(queueOf(job)).getJob(id)));
  const lost = overdue.filter((_, index) => held[index] === undefined).map(({ id }) => id);
  if (lost.length > 0) await requeueJobs(ctx, lost);
  return lost.length;
}
