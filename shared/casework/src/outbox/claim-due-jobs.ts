import type { JobName } from '@guichet/jobs';
import { requireMay } from '../audit/permissions.ts';
import { enterAs } from '../audit/enter-as.ts';
import type { DeskContext } from '../context.ts';

export interface DueJob {
  id: string;
  job: JobName;
  ids: Record<string, string>;
}

/**
 * Hands due outbox rows to `enqueue`, and marks them enqueued once it has answered.
 *
 * Guarantee: rows are locked while they are handed over, so two relays never hand over one row at once; when `enqueue`
 *   throws, they stay due. A crash after it hands a row over twice: the job's id is the row's id, and its effect is once.
 * Shape: oldest due first, id as tie-break, at most `max`; gives how many were handed over.
 */
export async function claimDueJobs(
  ctx: DeskContext,
  max: number,
  enqueue: (jobs: DueJob[]) => Promise<void>,
): Promise<number> {
  requireMay(ctx.actor, 'outbox.work');
  return (await ctx.sql.begin(async (sql) => {
    await enterAs(sql, ctx.actor);
    const now = ctx.clock.now();
    const due = await sql<DueJob[]>`
      select id, job, ids from outbox
      where enqueued_at is null and parked_at is null and due_at <= ${now}
      order by due_at, id limit ${max} for update skip locked`;
    if (due.length === 0) return 0;
    await enqueue(due);
    await sql`update outbox set enqueued_at = ${now} where id = any (${due.map(({ id }) => id)})`;
    return due.length;
  })) as number;
}
