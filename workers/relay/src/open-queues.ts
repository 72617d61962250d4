import { type JobQueue, jobQueues } from '@guichet/jobs';
import type { Redis } from '@guichet/platform';
import { Queue } from 'bullmq';

/** The job queues that this process may write to. */
export interface Queues {
  of(name: JobQueue): Queue;
  close(): Promise<void>;
}

/** Opens every job queue over one connection, which stays its owner's to close. */
export function openQueues(redis: Redis, prefix: string): Queues {
  const queues = new Map(jobQueues.map((name) => [name, openQueue(name, redis, prefix)]));
  return {
    of: (name) => queues.get(name) ?? openQueue(name, redis, prefix),
    close: async () => {
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function openQueue(name: JobQueue, redis: Redis, prefix: string): Queue {
  const queue = new Queue(name, { connection: redis, prefix });
  // Failures are told by the command that failed; without a listener this one would end the process.
  queue.on('error', () => {});
  return queue;
}
