import { requireMay } from '../audit/permissions.ts';
import { enterAs } from '../audit/enter-as.ts';
import type { DeskContext } from '../context.ts';

/** Makes the named unfinished rows due for enqueuing again. Safe to repeat. */
export async function requeueJobs(ctx: DeskContext, ids: string[]): Promise<void> {
  requireMay(ctx.actor, 'outbox.work');
  await ctx.sql.begin(async (sql) => {
    await enterAs(sql, ctx.actor);
    await sql`update outbox set enqueued_at = null where id = any (${ids}) and parked_at is null`;
  });
}
