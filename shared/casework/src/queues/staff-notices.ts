import type { Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** A word to a member of the staff about a case that left their hands. */
export interface StaffNotice {
  id: string;
  kind: 'untouched' | 'absent';
  reference: Reference;
  at: Date;
}

/** Lists the words the actor has not put away, the newest first. A case of a team they left is not named. */
export function listNotices(ctx: DeskContext): Promise<StaffNotice[]> {
  return readAs(ctx, 'queue.list', async (sql) => {
    if (ctx.actor.kind !== 'staff') return [];
    const rows = await sql<StaffNotice[]>`
      select n.id, n.kind, c.reference, n.at from staff_notice n join cases c on c.id = n.case_id
      where n.staff_id = ${ctx.actor.staffId} and n.seen_at is null order by n.at desc, n.id limit 50`;
    return [...rows];
  });
}

/** Puts away the words that were told to the actor up to an instant. Safe to repeat; no event, since nothing of a case changes. */
export function putNoticesAway(ctx: DeskContext, until: Date): Promise<void> {
  return transact(ctx, 'queue.list', async (tx) => {
    if (ctx.actor.kind !== 'staff') return tx.unchanged(undefined);
    await tx.sql`
      update staff_notice set seen_at = ${tx.now} where staff_id = ${ctx.actor.staffId} and seen_at is null and at <= ${until}`;
    return tx.unchanged(undefined);
  });
}
