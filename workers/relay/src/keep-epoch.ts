import { randomUUID } from 'node:crypto';
import { type DeskContext, requeueAll } from '@guichet/casework';
import type { Redis } from '@guichet/platform';
import type { Queues } from './open-queues.ts';
import { scheduleRecurring } from './schedule-recurring.ts';

/**
 * Notices a Redis that forgot, and tells it everything again. Gives how many jobs come back, or undefined when nothing was lost.
 *
 * Guarantee: a crash half-way repeats it all, since the mark is set last. Every relay sees the same mark.
 */
export async function keepEpoch(
  ctx: DeskContext,
  redis: Redis,
  queues: Queues,
  prefix: string,
): Promise<number | undefined> {
  const key = `${prefix}:epoch`;
  if ((await redis.get(key)) !== null) return undefined;
  const count = await requeueAll(ctx);
  await scheduleRecurring(queues);
  await redis.set(key, randomUUID());
  return count;
}
