import { setTimeout as sleep } from 'node:timers/promises';
import { claimDueJobs, type DeskContext } from '@guichet/casework';
import { second } from '@guichet/kernel';
import { openRedis, type ProcessScope } from '@guichet/platform';
import { enqueueJobs } from './enqueue-jobs.ts';
import { keepEpoch } from './keep-epoch.ts';
import { openQueues, type Queues } from './open-queues.ts';
import { sweepOverdue } from './sweep-overdue.ts';

export interface RelaySettings {
  redisUrl: string;
  prefix: string;
}

const pageMax = 500;
/** Unit: milliseconds. */
const pollEvery = 100;
const pauseAfterFault = second;
const firstTurnAfter = 2 * second;
const sweepEvery = 15 * second;
const standstillMax = 60 * second;
/** Above the client's own limit for a command: only what never settles comes so far. */
const redisMax = 10 * second;

/**
 * Moves what is due from the outbox to the job queues until the process ends; the only code that enqueues.
 *
 * Guarantee: with Redis or the database away it keeps trying, and rows stay due; a loop that stands still ends the process.
 * Source: decision 0005
 */
export function runRelay(
  scope: Pick<ProcessScope, 'log' | 'signal' | 'onClose'>,
  ctx: DeskContext,
  { redisUrl, prefix }: RelaySettings,
): void {
  const redis = openRedis(redisUrl, { role: 'producer' });
  let queues = openQueues(redis, prefix);
  let turnedAt = Date.now();
  let sweptAt = 0;
  let isAway = false;

  const turn = async (): Promise<number> => {
    const back = await within(redisMax, keepEpoch(ctx, redis, queues, prefix));
    if (back !== undefined) scope.log.info({ event: 'relay.requeued-all', count: back });
    const moved = await claimDueJobs(ctx, pageMax, (due) => within(redisMax, enqueueJobs(queues, due)));
    if (Date.now() - sweptAt > sweepEvery) {
      const count = await within(redisMax, sweepOverdue(ctx, queues));
      if (count > 0) scope.log.warn({ event: 'relay.requeued-lost', count });
      sweptAt = Date.now();
    }
    return moved;
  };

  const loop = async () => {
    // A connection still being made at the start is no outage.
    await within(firstTurnAfter, new Promise<void>((ready) => redis.once('ready', ready))).catch(() => {});
    while (!scope.signal.aborted) {
      try {
        const moved = await turn();
        if (isAway) scope.log.info({ event: 'relay.back' });
        isAway = false;
        if (moved < pageMax) await rest(pollEvery, scope.signal);
      } catch (error) {
        if (!isAway) scope.log.warn({ event: 'relay.away', err: error });
        isAway = true;
        queues = await renew(queues, () => openQueues(redis, prefix));
        await rest(pauseAfterFault, scope.signal);
      }
      turnedAt = Date.now();
    }
  };

  const running = loop();
  const watch = setInterval(() => {
    if (Date.now() - turnedAt > standstillMax) throw new Error('relay-standstill');
  }, second);
  scope.onClose(async () => {
    clearInterval(watch);
    await running;
    await within(second, queues.close()).catch(() => {});
    redis.disconnect();
  });
}

/** A queue whose first connection failed keeps that failure for ever: after any fault all are opened anew. */
async function renew(old: Queues, open: () => Queues): Promise<Queues> {
  void old.close().catch(() => {});
  return open();
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  const limit = new AbortController();
  const late = sleep(limitMs, undefined, { signal: limit.signal }).then(() => {
    throw new Error('redis-too-slow');
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    limit.abort();
    work.catch(() => {});
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
