import { DeskError } from '@guichet/kernel';
import { type Handlers, type JobFacts, type JobName, type JobQueue, jobs } from './jobs.ts';
import type { RecurringHandlers } from './schedule.ts';

/** A job as it comes out of a job queue. */
export interface ArrivedJob {
  id: string;
  name: string;
  data: unknown;
  attempt: number;
}

type AnyHand<C> = (payload: never, job: JobFacts, ctx: C) => Promise<void>;

/**
 * Gives each arriving job to its hand, with its payload read first.
 *
 * Errors: invalid — a job that this queue has no hand for, or a payload that is not ids: repeating can't help.
 */
export function dispatch<Q extends JobQueue, C>(
  hands: Handlers<Q, C>,
  recurring: RecurringHandlers<Q, C>,
  ctx: C,
): (job: ArrivedJob) => Promise<void> {
  const byName = new Map<string, AnyHand<C>>(Object.entries(hands));
  const byClock = new Map<string, (ctx: C) => Promise<void>>(Object.entries(recurring));
  return async ({ id, name, data, attempt }) => {
    const onTime = byClock.get(name);
    if (onTime) return onTime(ctx);
    const hand = byName.get(name);
    if (!hand) throw new DeskError('invalid', 'unknown-job', { detail: `no hand for ${name}` });
    const payload = jobs[name as JobName].safeParse(data);
    if (!payload.success) throw new DeskError('invalid', 'unknown-payload', { detail: name });
    return hand(payload.data as never, { outboxId: id, attempt }, ctx);
  };
}
