import { requireMay } from '../audit/permissions.ts';
import { enterAs } from '../audit/enter-as.ts';
import type { DeskContext } from '../context.ts';
import type { DueJob } from './claim-due-jobs.ts';

/** Lists rows enqueued before an instant and still without effect, oldest first, at most `max`: the relay looks whether Redis still has them. */
export async function listOverdueJobs(ctx: DeskContext, before: Date, max: number): Promise<DueJob[]> {
  requireMay(ctx.actor, 'outbox.work');
  return (await ctx.sql.begin('read only', async (sql) => {
    await enterAs(sql, ctx.actor);
    return sql<DueJob[]>`
      select id, job, ids from outbox where parked_at is null and enqueued_at < ${before}
      order by enqueued_at, id limit ${max}`;
  })) as DueJob[];
}
