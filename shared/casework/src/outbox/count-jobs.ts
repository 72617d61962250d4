import { requireMay } from '../audit/permissions.ts';
import { enterAs } from '../audit/enter-as.ts';
import type { DeskContext } from '../context.ts';

export interface JobCounts {
  /** Due, and not handed over yet. */
  waiting: number;
  /** Not due yet. */
  later: number;
  enqueued: number;
  parked: number;
  /** Seconds since the oldest unfinished row became due; 0 when there is none. */
  oldestSeconds: number;
}

/** Counts what the outbox still holds: the measure of progress. */
export async function countJobs(ctx: DeskContext): Promise<JobCounts> {
  requireMay(ctx.actor, 'outbox.work');
  return (await ctx.sql.begin('read only', async (sql) => {
    await enterAs(sql, ctx.actor);
    const now = ctx.clock.now();
    const [row] = await sql<[JobCounts]>`
      select count(*) filter (where enqueued_at is null and parked_at is null and due_at <= ${now})::int as waiting,
        count(*) filter (where enqueued_at is null and parked_at is null and due_at > ${now})::int as later,
        count(*) filter (where enqueued_at is not null and parked_at is null)::int as enqueued,
        count(*) filter (where parked_at is not null)::int as parked,
        coalesce(extract(epoch from ${now}::timestamptz - min(due_at) filter (where parked_at is null and due_at <= ${now})), 0)::float8
          as oldest_seconds
      from outbox`;
    return row;
  })) as JobCounts;
}
