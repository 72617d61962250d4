import { day } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

/** For each place, what tells one state of its hall from another. */
export type VisitMarks = ReadonlyMap<string, string>;

/** Reads the marks of all halls: a place's changes with every ticket, call, turn and answer on a screen. Holds nothing of a visit. */
export function readVisitMarks(ctx: DeskContext): Promise<VisitMarks> {
  return readAs(ctx, 'hall.read', async (sql) => {
    const since = new Date(ctx.clock.now().getTime() - day);
    const rows = await sql<{ placeId: string; mark: string }[]>`
      select p.place_id, concat(count(*), '.', count(p.to_at), '.', sum(p.calls), '.', max(s.mark)) as mark
      from visit_period p left join lateral (
        select concat(count(*), '.', count(k.answered_at), '.', count(k.ended_at)) as mark from screen_check k
        join counter c on c.id = k.counter_id where c.place_id = p.place_id and k.shown_at > ${since}) s on true
      where p.day >= ${since}::date group by p.place_id`;
    return new Map(rows.map(({ placeId, mark }) => [placeId, mark]));
  });
}
