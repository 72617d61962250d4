import { isId } from '@guichet/kernel';
import { requireMay } from '../audit/permissions.ts';
import { enterAs } from '../audit/enter-as.ts';
import type { DeskContext } from '../context.ts';

/**
 * Sets a job aside after its last try, with an error code for the person who looks: it is neither lost nor tried for ever.
 *
 * Guarantee: safe to repeat; recurring work has no row and comes again by its own clock.
 */
export async function parkJob(ctx: DeskContext, outboxId: string, why: string): Promise<void> {
  requireMay(ctx.actor, 'outbox.work');
  if (!isId(outboxId)) return;
  await ctx.sql.begin(async (sql) => {
    await enterAs(sql, ctx.actor);
    await sql`update outbox set parked_at = ${ctx.clock.now()}, parked_why = ${why} where id = ${outboxId} and parked_at is null`;
  });
}
