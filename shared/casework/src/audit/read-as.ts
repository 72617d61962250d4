import { type Tx, translateDatabaseError } from '@guichet/platform';
import type { DeskContext } from '../context.ts';
import { enterAs } from './enter-as.ts';
import { type Permission, requireMay } from './permissions.ts';

/**
 * Reads as the context's actor, in one read-only transaction that leaves no event.
 *
 * Guarantee: for what holds no personal data, or the person's own; staff read personal data through `transact`, which leaves an event.
 * Errors: not-allowed; not-now when the database is away.
 */
export async function readAs<T>(
  ctx: DeskContext,
  permission: Permission,
  read: (sql: Tx) => Promise<T>,
  scope: { caseId?: string; draftId?: string } = {},
): Promise<T> {
  requireMay(ctx.actor, permission);
  try {
    return (await ctx.sql.begin('read only', async (sql) => {
      const [, found] = await Promise.all([enterAs(sql, ctx.actor, scope), read(sql)]);
      return found;
    })) as T;
  } catch (error) {
    throw translateDatabaseError(error) ?? error;
  }
}
