import type { Queue, Worker } from 'bullmq';
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
  queue: Queue,
): void {
  queue.on('error', () => {});
  let taken = Date.now();
  let active = 0;
  const moved = (change: number) => () => {
    active += change;
    taken = Date.now();
  };
  worker.on('active', moved(1));
  worker.on('completed', moved(-1));
  worker.on('failed', moved(-1));
  const timer = setInterval(async () => {
    const waiting = await queue.getWaitingCount().catch(() => 0);
    if (waiting === 0) taken = Date.now();
    if (active > 0 || Date.now() - taken < standstillMax) return;
    scope.log.fatal({ event: 'worker.standstill', jobQueue: queue.name, waiting });
    throw new Error('worker-standstill');
  }, lookEvery);
  scope.onClose(async () => {
    clearInterval(timer);
    await queue.close();
  });
}
