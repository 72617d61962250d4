import type { Channel } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { type BoardFilter, spanOf } from './board-filter.ts';
import { waitsMin } from './waits-min.ts';
import { among, type WorkMark, workOf } from './work-of.ts';

/** How long people of one channel waited. Unit: minutes; null where fewer than `waitsMin` did. */
export interface WaitFigures {
  count: number;
  median: number | null;
  /** Nine of ten waited no longer. */
  ninth: number | null;
}

export interface ChannelGap {
  channel: Channel;
  /** From the deposit to the first assignment. */
  take: WaitFigures;
  /** Those in the queue whom nobody has taken yet, now, whenever the span ended, and for how long: no other wait holds them. */
  waiting: Pick<WaitFigures, 'count' | 'median'>;
  /** From the deposit to the decision. */
  close: WaitFigures;
  kept: number;
  missed: number;
}

/**
 * Tells how long people waited at each channel, how many of those who acted before the end of the span still do now, and what was kept.
 *
 * Guarantee: costs the work of the span and what waits; closed cases are not looked at.
 */
export async function gapOf(
  sql: Tx,
  filter: BoardFilter,
  mark: WorkMark | undefined,
  now: Date,
): Promise<ChannelGap[]> {
  const [worked, waiting] = await Promise.all([workedOf(sql, filter, mark), waitingOf(sql, filter, now)]);
  const found = [...new Set([...worked, ...waiting].map(({ channel }) => channel))].toSorted();
  return found.map((channel) => {
    const work = worked.find((row) => row.channel === channel);
    const left = waiting.find((row) => row.channel === channel);
    return {
      channel,
      take: figuresOf(work?.takeCount, work?.takeMedian, work?.takeNinth),
      waiting: { count: left?.count ?? 0, median: left?.median ?? null },
      close: figuresOf(work?.closeCount, work?.closeMedian, work?.closeNinth),
      kept: work?.kept ?? 0,
      missed: work?.missed ?? 0,
    };
  });
}

interface Worked {
  channel: Channel;
  kept: number;
  missed: number;
  takeCount: number | null;
  takeMedian: number | null;
  takeNinth: number | null;
  closeCount: number | null;
  closeMedian: number | null;
  closeNinth: number | null;
}

function workedOf(sql: Tx, filter: BoardFilter, mark: WorkMark | undefined) {
  const figures = (of: 'take_waits' | 'close_waits') => sql`
    select channel, count(*)::integer as count, case when count(*) >= ${waitsMin} then percentile_disc(0.5) within group (order by wait) end as median,
      case when count(*) >= ${waitsMin} then percentile_disc(0.9) within group (order by wait) end as ninth
    from work, unnest(${sql(of)}) as wait group by channel`;
  return sql<Worked[]>`
    with work as materialized (select * from ${workOf(sql, spanOf(filter), filter, mark)} as facts)
    select p.channel, p.kept, p.missed, t.count as take_count, t.median as take_median, t.ninth as take_ninth,
      d.count as close_count, d.median as close_median, d.ninth as close_ninth
    from (select channel, sum(kept)::integer as kept, sum(missed)::integer as missed from work group by channel) as p
      left join (${figures('take_waits')}) as t using (channel)
      left join (${figures('close_waits')}) as d using (channel)`;
}

/** Of each entry of the queue one look at an index: `offset 0` keeps the database from reading all that was ever assigned. */
function waitingOf(sql: Tx, filter: BoardFilter, now: Date) {
  return sql<({ channel: Channel } & ChannelGap['waiting'])[]>`
    select channel, count(*)::integer as count, case when count(*) >= ${waitsMin} then percentile_disc(0.5) within group (order by wait) end as median
    from (
      select channel, greatest(0, floor(extract(epoch from ${now}::timestamptz - deposited_at) / 60))::integer as wait
      from queue_entry q
      where deposited_at < ${spanOf(filter).before} and ${among(sql, filter)}
        and not exists (select 1 from assignment a where a.case_id = q.case_id and a.ended_why is distinct from 'undone' offset 0)
    ) as untaken group by channel`;
}

function figuresOf(
  count: number | null = 0,
  median: number | null = null,
  ninth: number | null = null,
): WaitFigures {
  return { count: count ?? 0, median, ninth };
}
