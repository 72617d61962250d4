import { isDeskError } from '@guichet/kernel';
import { type Job, UnrecoverableError, Worker } from 'bullmq';
import { openRedis } from './open-redis.ts';
import type { ProcessScope } from './run-process.ts';
import { watchProgress } from './watch-progress.ts';

/** One try of one job. */
export interface WorkerJob {
  id: string;
  name: string;
  data: unknown;
  /** Counts from 1. */
  attempt: number;
}

export interface WorkerSettings {
  queue: string;
  redisUrl: string;
  prefix: string;
  concurrency: number;
  /** Unit: milliseconds without a sign of life before another worker gets the job. */
  lockMs: number;
  attemptsMax: number;
  perform(job: WorkerJob): Promise<void>;
  /** Called when no further try will come, with an error code. */
  giveUp(job: WorkerJob, why: string): Promise<void>;
}

/**
 * Works a job queue until the process ends.
 *
 * Guarantee: a refusal that a repeat can't change is given up at once, the rest after the last try; a job that ended
 *   its worker as many times is given up too. When giving up fails, the job is gone from Redis and not from the outbox,
 *   so it comes back.
 */
export function runWorker(scope: Pick<ProcessScope, 'log' | 'onClose'>, settings: WorkerSettings): void {
  const { queue, prefix, lockMs } = settings;
  const redis = openRedis(settings.redisUrl, { role: 'worker' });
  scope.onClose(() => redis.disconnect());
  const worker = new Worker(queue, (job) => tryJob(scope, settings, job), {
    connection: redis,
    prefix,
    concurrency: settings.concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs / 3,
    maxStalledCount: settings.attemptsMax,
  });
  worker.on('error', (error) => scope.log.warn({ event: 'worker.error', jobQueue: queue, err: error }));
  scope.onClose(() => worker.close());
  watchProgress(scope, worker, redis, `${prefix}:${queue}:wait`);
}

async function tryJob(scope: Pick<ProcessScope, 'log'>, settings: WorkerSettings, job: Job): Promise<void> {
  const facts: WorkerJob = {
    id: String(job.id),
    name: job.name,
    data: job.data as unknown,
    attempt: job.attemptsMade + 1,
  };
  const log = { event: 'job.done', job: job.name, jobId: facts.id, attempt: facts.attempt };
  const from = performance.now();
  try {
    if (job.attemptsStarted > 2 * settings.attemptsMax) throw new UnrecoverableError('ended-its-worker');
    await settings.perform(facts);
    scope.log.debug({ ...log, ms: Math.round(performance.now() - from) });
  } catch (error) {
    const last = isFinal(error) || facts.attempt >= (job.opts.attempts ?? 1);
    scope.log.warn({ ...log, event: last ? 'job.given-up' : 'job.failed', err: error });
    if (last) await settings.giveUp(facts, codeOf(error));
    throw last ? new UnrecoverableError(codeOf(error)) : new Error(codeOf(error));
  }
}

/** What failed for a reason that time does not change. */
function isFinal(error: unknown): boolean {
  if (error instanceof UnrecoverableError) return true;
  return isDeskError(error) && error.code !== 'broken' && error.code !== 'not-now';
}

/** Redis keeps why a job failed: a code, never a message, which may quote what a person wrote. */
function codeOf(error: unknown): string {
  if (isDeskError(error)) return error.publicKey;
  return error instanceof UnrecoverableError ? error.message : 'fault';
}
