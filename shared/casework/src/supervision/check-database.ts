import { translateDatabaseError } from '@guichet/platform';
import type { DeskContext } from '../context.ts';

/** Asks the database for a sign of life. Errors: not-now — it is away. */
export async function checkDatabase(ctx: DeskContext): Promise<void> {
  try {
    await ctx.sql`select 1`;
  } catch (error) {
    throw translateDatabaseError(error) ?? error;
  }
}
