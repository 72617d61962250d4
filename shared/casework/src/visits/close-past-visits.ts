import type { VisitId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { dayAt } from './day-at.ts';
import { endAs, settleRequests } from './end-visit.ts';

/**
 * Ends the visits that nobody ended on their day. Gives how many.
 *
 * Guarantee: by the clock of each place; they count as not closed, in no figure of waiting or serving; counters that somebody left
 *   open are given back; safe to repeat.
 */
export async function closePastVisits(ctx: DeskContext): Promise<number> {
  return transact(ctx, 'records.keep', async (tx) => {
    const open = await tx.sql<{ id: VisitId; day: string; timeZone: string }[]>`
      select v.id, v.day::text as day, p.time_zone from visit v join place p on p.id = v.place_id
      where v.ended_at is null order by v.day, v.id for update of v skip locked`;
    const past = open.filter(({ day, timeZone }) => day < dayAt(timeZone, tx.now));
    for (const { id } of past) {
      await settleRequests(tx, id);
      await endAs(tx, id, 'not-closed');
      await tx.note({ subject: { kind: 'visit', id }, kind: 'visit.not-closed' });
    }
    await tx.sql`
      update counter_shift s set to_at = ${tx.now} from counter c join place p on p.id = c.place_id
      where s.to_at is null and c.id = s.counter_id
        and (s.from_at at time zone p.time_zone)::date < (${tx.now}::timestamptz at time zone p.time_zone)::date`;
    await tx.sql`
      update counter_absence s set to_at = ${tx.now} from counter c join place p on p.id = c.place_id
      where s.to_at is null and c.id = s.counter_id
        and (s.from_at at time zone p.time_zone)::date < (${tx.now}::timestamptz at time zone p.time_zone)::date`;
    return tx.unchanged(past.length);
  });
}
