import { type Channel, channels } from '@guichet/kernel';
import { teamsOf } from '../../audit/enter-as.ts';
import { readAs } from '../../audit/read-as.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { sessionIdleMs } from '../../people/start-session.ts';
import { spanOf } from './board-filter.ts';
import { among, openOf, readMark, type WorkFilter, workOf } from './work-of.ts';

export interface BoardNow {
  /** What came today, by the hour of the desk, 0 to 23, and by channel; hours without any are absent. */
  arrivals: { hour: number; channel: Channel; arrived: number }[];
  /** Per channel, in their order. */
  open: { channel: Channel; open: number }[];
  /** When the person who has waited longest acted; null when nobody waits. */
  oldestAt: Date | null;
  signedIn: number;
}

/**
 * Tells how the desk stands now.
 *
 * Guarantee: costs what came today since the last count, what is held, and the index of what waits; nothing that grows with closed cases.
 *   No personal data, so no event.
 */
export function readNow(ctx: DeskContext, filter: WorkFilter): Promise<BoardNow> {
  const now = ctx.clock.now();
  const today = todayOf(now);
  return readAs(ctx, 'board.read', async (sql) => {
    const teams = ctx.actor.kind === 'staff' ? teamsOf(ctx.actor).split(',') : [];
    const of = filter.team === undefined ? teams : teams.filter((team) => team === filter.team);
    const mark = await readMark(sql);
    const awakeSince = new Date(now.getTime() - sessionIdleMs);
    const [arrivals, open, [oldest], [staff]] = await Promise.all([
      sql<BoardNow['arrivals']>`
        select extract(hour from hour at time zone 'America/Toronto')::integer as hour, channel, sum(arrived)::integer as arrived
        from ${workOf(sql, spanOf({ from: today, to: today }), filter, mark)} as work
        group by 1, 2 having sum(arrived) > 0 order by 1, 2`,
      sql<{ channel: Channel; open: number }[]>`
        select channel, sum(open)::integer as open from ${openOf(sql)} as open_now where ${among(sql, filter)} group by channel`,
      sql<[{ oldestAt: Date | null }]>`
        -- Of each team the head of its index, as far as the first that is of the filter.
        select min(first) as oldest_at from team t cross join lateral (
          select deposited_at as first from queue_entry where team = t.code and ${among(sql, filter)} order by deposited_at limit 1) as heads`,
      sql<[{ signedIn: number }]>`select count_signed_in(${of}::text[], ${now}, ${awakeSince}) as signed_in`,
    ]);
    return {
      arrivals: [...arrivals],
      open: channels
        .filter((channel) => filter.channel === undefined || filter.channel === channel)
        .map((channel) => ({ channel, open: open.find((row) => row.channel === channel)?.open ?? 0 })),
      oldestAt: oldest.oldestAt,
      signedIn: staff.signedIn,
    };
  });
}
