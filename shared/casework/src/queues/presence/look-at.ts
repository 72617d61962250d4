import { DeskError, second } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';

/** Whoever says nothing more for this long has gone. Unit: milliseconds. */
const lookMs = 25 * second;

export interface LookAt {
  /** One open page; a person may have several. */
  page: string;
  reference: string;
}

/**
 * Lets colleagues know that a person has a case open, until a little after the last time this is said.
 *
 * Guarantee: no event, for it is no history; repeating prolongs it. Errors: not-found — no such case, or another team's.
 */
export function lookAt(ctx: DeskContext, { page, reference }: LookAt): Promise<void> {
  return transact(ctx, 'case.read', async (tx) => {
    if (ctx.actor.kind !== 'staff') return tx.unchanged(undefined);
    const until = new Date(tx.now.getTime() + lookMs);
    const looks = await tx.sql`
      insert into case_looker (id, case_id, team, staff_id, until)
      select ${page}, id, team, ${ctx.actor.staffId}, ${until} from cases where reference = ${reference}
      on conflict (id) do update set until = excluded.until`;
    if (looks.count === 0) throw new DeskError('not-found', 'no-such-case');
    return tx.unchanged(undefined);
  });
}

/** Ends it: the page is gone. What a crash left behind of one's own goes with it. */
export function lookAway(ctx: DeskContext, page: string): Promise<void> {
  return transact(ctx, 'case.read', async (tx) => {
    await tx.sql`delete from case_looker where id = ${page} or until < ${tx.now}`;
    return tx.unchanged(undefined);
  });
}
