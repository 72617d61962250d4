import { requireMay } from '../audit/permissions.ts';
import { enterAs } from '../audit/enter-as.ts';
import type { DeskContext } from '../context.ts';

/**
 * Makes every unfinished outbox row due for enqueuing again: after Redis lost what it held.
 *
 * Guarantee: what is done stays done, since each effect is in the ledger. Gives how many rows came back.
 */
export async function requeueAll(ctx: DeskContext): Promise<number> {
  requireMay(ctx.actor, 'outbox.work');
  return (await ctx.sql.begin(async (sql) => {
    await enterAs(sql, ctx.actor);
    const rows =
      await sql`update outbox set enqueued_at = null where enqueued_at is not null and parked_at is null`;
    return rows.count;
  })) as number;
}
