import type { Worker } from 'bullmq';
import type { Redis } from './open-redis.ts';
import type { ProcessScope } from './run-process.ts';

/** Unit: milliseconds. */
const lookEvery = 5_000;
const standstillMax = 30_000;

/**
 * Ends the process when jobs wait and none has been taken for half a minute: a fresh connection is the cure.
 *
 * Guarantee: a worker that is busy, or a Redis that is away, is no standstill.
 * Source: known stalls of the job library after an outage; "connected" is not "working"
 */
export function watchProgress(
  scope: Pick<ProcessScope, 'log' | 'onClose'>,
  worker: Worker,
  redis: Redis,
  waitingKey: string,
): void {
  let waitingSince: number | undefined;
  let active = 0;
  let looking = false;
  const moved = (change: number) => () => {
    active += change;
    waitingSince = undefined;
  };
  worker.on('active', moved(1));
  worker.on('completed', moved(-1));
  worker.on('failed', moved(-1));
  const look = async () => {
    if (looking || redis.status !== 'ready') return;
    looking = true;
    const waiting = await redis.llen(waitingKey).catch(() => 0);
    looking = false;
    if (waiting === 0 || active > 0) waitingSince = undefined;
    else waitingSince ??= Date.now();
    if (waitingSince === undefined || Date.now() - waitingSince < standstillMax) return;
    scope.log.fatal({ event: 'worker.standstill', jobQueue: worker.name, waiting });
    throw new Error('worker-standstill');
  };
  const timer = setInterval(() => void look(), lookEvery);
  scope.onClose(() => clearInterval(timer));
}
