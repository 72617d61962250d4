import type { Channel } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { readAs } from '../../audit/read-as.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { type BoardFilter, spanOf } from './board-filter.ts';
import { among, openOf, readMark, type WorkMark, workOf } from './work-of.ts';

/** How long people of one channel waited. Unit: minutes; null where nobody did. */
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
  /** From the deposit to the decision. */
  close: WaitFigures;
  kept: number;
  missed: number;
}

/** What happened in one day, or hour, to one group of cases. */
export interface BoardCell {
  /** ISO day; of a single day, the hour of the desk, `14`. */
  at: string;
  /** A channel, a service's or a team's code; `others` for all that have no line of their own, `all` for all together. */
  group: string;
  arrived: number;
  taken: number;
  closed: number;
  kept: number;
  missed: number;
  /** Medians. Unit: minutes. */
  takeWait: number | null;
  closeWait: number | null;
  /** When the day ended, or now; null where it was not counted. */
  open: number | null;
}

export interface Board {
  gap: ChannelGap[];
  unit: 'day' | 'hour';
  /** In the order of how much they brought, at most eight, `others` last where there are more. */
  groups: string[];
  cells: BoardCell[];
}

const groupsMax = 8;

/**
 * Sums up the work of a span of days by channel, service or team, with the gap between channels.
 *
 * Guarantee: costs the counted hours of the span and what is not counted yet; closed cases are not looked at. The gap compares all channels,
 *   whatever channel is looked at. No personal data, so no event. Source: decision 0033
 */
export function readBoard(ctx: DeskContext, filter: BoardFilter): Promise<Board> {
  return readAs(ctx, 'board.read', (sql) => boardOf(ctx, sql, filter));
}

/** The same, inside a transaction. */
export async function boardOf(ctx: DeskContext, sql: Tx, filter: BoardFilter): Promise<Board> {
  const { channel: _, ...every } = filter;
  const mark = await readMark(sql);
  const [gap, groups] = await Promise.all([gapOf(sql, every, mark), groupsOf(sql, filter, mark)]);
  const unit = filter.from === filter.to ? ('hour' as const) : ('day' as const);
  const cells = await cellsOf(ctx, sql, filter, { unit, groups, mark });
  return { gap, unit, groups, cells };
}

async function gapOf(sql: Tx, filter: BoardFilter, mark: WorkMark | undefined): Promise<ChannelGap[]> {
  const work = workOf(sql, spanOf(filter), filter, mark);
  const figures = (column: 'take_waits' | 'close_waits') => sql<({ channel: Channel } & WaitFigures)[]>`
    select channel, count(*)::integer as count, percentile_disc(0.5) within group (order by wait) as median,
      percentile_disc(0.9) within group (order by wait) as ninth
    from (select channel, unnest(${sql(column)}) as wait from ${work} as work) as waits group by channel`;
  const [take, close, promises] = await Promise.all([
    figures('take_waits'),
    figures('close_waits'),
    sql<{ channel: Channel; kept: number; missed: number }[]>`
      select channel, sum(kept)::integer as kept, sum(missed)::integer as missed from ${work} as work group by channel`,
  ]);
  const nobody = { count: 0, median: null, ninth: null };
  const one = (rows: readonly ({ channel: Channel } & WaitFigures)[], channel: Channel): WaitFigures => {
    const found = rows.find((row) => row.channel === channel);
    return found ? { count: found.count, median: found.median, ninth: found.ninth } : nobody;
  };
  return promises
    .map(({ channel, kept, missed }) => ({
      channel,
      take: one(take, channel),
      close: one(close, channel),
      kept,
      missed,
    }))
    .toSorted((a, b) => (a.channel < b.channel ? -1 : 1));
}

const columnOf = { channel: 'channel', service: 'service_code', team: 'team' } as const;

async function groupsOf(sql: Tx, filter: BoardFilter, mark: WorkMark | undefined): Promise<string[]> {
  const rows = await sql<{ code: string }[]>`
    select ${sql(columnOf[filter.by])} as code from ${workOf(sql, spanOf(filter), filter, mark)} as work
    group by 1 order by sum(arrived + closed) desc, 1`;
  const codes = rows.map(({ code }) => code);
  return codes.length > groupsMax ? [...codes.slice(0, groupsMax - 1), 'others'] : codes;
}

async function cellsOf(
  ctx: DeskContext,
  sql: Tx,
  filter: BoardFilter,
  { unit, groups, mark }: Pick<Board, 'unit' | 'groups'> & { mark: WorkMark | undefined },
): Promise<BoardCell[]> {
  const at =
    unit === 'day'
      ? sql`to_char(hour at time zone 'America/Toronto', 'YYYY-MM-DD')`
      : sql`to_char(hour at time zone 'America/Toronto', 'HH24')`;
  const work = sql`(select ${at} as at, ${partOf(sql, filter, groups)} as part, w.* from ${workOf(sql, spanOf(filter), filter, mark)} as w) as work`;
  const sets = sql`grouping sets ((at, part), (at))`;
  const waits = (of: 'take_waits' | 'close_waits') => sql<{ at: string; group: string; wait: number }[]>`
    select at, coalesce(part, 'all') as group, percentile_disc(0.5) within group (order by wait) as wait
    from ${work}, unnest(${sql(of)}) as wait group by ${sets}`;
  const [counts, take, close, open] = await Promise.all([
    sql<Omit<BoardCell, 'takeWait' | 'closeWait' | 'open'>[]>`
      select at, coalesce(part, 'all') as group, sum(arrived)::integer as arrived, sum(taken)::integer as taken,
        sum(closed)::integer as closed, sum(kept)::integer as kept, sum(missed)::integer as missed
      from ${work} group by ${sets}`,
    waits('take_waits'),
    waits('close_waits'),
    unit === 'day' ? openDays(ctx, sql, filter, groups) : [],
  ]);
  const cells = new Map<string, BoardCell>();
  const cell = (day: string, part: string): BoardCell => {
    const key = `${day} ${part}`;
    const found = cells.get(key) ?? { ...nothing, at: day, group: part };
    cells.set(key, found);
    return found;
  };
  for (const row of counts) Object.assign(cell(row.at, row.group), row);
  for (const row of take) cell(row.at, row.group).takeWait = row.wait;
  for (const row of close) cell(row.at, row.group).closeWait = row.wait;
  for (const row of open) cell(row.at, row.group).open = row.open;
  return [...cells.values()].toSorted((a, b) => (`${a.at} ${a.group}` < `${b.at} ${b.group}` ? -1 : 1));
}

/** The group of a row: one that has a line of its own, or the others. */
function partOf(sql: Tx, { by }: BoardFilter, groups: readonly string[]) {
  const column = sql(columnOf[by]);
  return sql`case when ${column} = any (${groups as string[]}::text[]) then ${column} else 'others' end`;
}

const nothing = {
  arrived: 0,
  taken: 0,
  closed: 0,
  kept: 0,
  missed: 0,
  takeWait: null,
  closeWait: null,
  open: null,
};

/** The open cases at the end of each day, and now for the day that is not over. */
function openDays(ctx: DeskContext, sql: Tx, filter: BoardFilter, groups: readonly string[]) {
  const group = partOf(sql, filter, groups);
  const today = todayOf(ctx.clock.now());
  return sql<{ at: string; group: string; open: number }[]>`
    select at, coalesce(part, 'all') as group, sum(open)::integer as open from (
      select day::text as at, ${group} as part, open from work_open
      where day >= ${filter.from} and day <= ${filter.to} and day < ${today} and ${among(sql, filter)}
      union all
      select ${today}, ${group}, open from ${openOf(sql)} as open_now where ${today} <= ${filter.to} and ${among(sql, filter)}) as days
    group by grouping sets ((at, part), (at))`;
}
