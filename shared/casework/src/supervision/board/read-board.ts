import type { Tx } from '@guichet/platform';
import { readAs } from '../../audit/read-as.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { type BoardFilter, daysOf, spanOf } from './board-filter.ts';
import { type ChannelGap, gapOf } from './gap-of.ts';
import { groupKeys } from './group-keys.ts';
import { waitsMin } from './waits-min.ts';
import { among, openOf, readMark, type WorkMark, workOf } from './work-of.ts';

/** What happened in one day, or hour, to one group of cases. */
export interface BoardCell {
  /** ISO day; of a single day, the hour of the desk, `14`. */
  at: string;
  /** A channel, a service's or a team's code, or one of `groupKeys`: all that have no line of their own, and all together. */
  group: string;
  arrived: number;
  taken: number;
  closed: number;
  /** Closed otherwise than as a duplicate: those whose waits `closeWait` is of. */
  decided: number;
  kept: number;
  missed: number;
  /** Medians; null where they would rest on fewer than `waitsMin` cases. Unit: minutes. */
  takeWait: number | null;
  closeWait: number | null;
  /** When the day ended, or now; null where it was not counted. */
  open: number | null;
}

export interface Board {
  gap: ChannelGap[];
  unit: 'day' | 'hour';
  /** In the order of how much they brought, at most eight, the others last where there are more. */
  groups: string[];
  cells: BoardCell[];
}

const groupsMax = 8;

/**
 * Sums up the work of a span of days by channel, service or team, with the gap between channels.
 *
 * Guarantee: costs the counted hours of the span, what is not counted yet and what waits; closed cases are not looked at. The gap compares
 *   all channels, whatever channel is looked at. No personal data, so no event. Source: decision 0033
 */
export function readBoard(ctx: DeskContext, filter: BoardFilter): Promise<Board> {
  return readAs(ctx, 'board.read', (sql) => boardOf(ctx, sql, filter));
}

/** The same, inside a transaction. */
export async function boardOf(ctx: DeskContext, sql: Tx, filter: BoardFilter): Promise<Board> {
  const { channel: _, ...every } = filter;
  const mark = await readMark(sql);
  const [gap, groups] = await Promise.all([
    gapOf(sql, every, mark, ctx.clock.now()),
    groupsOf(ctx, sql, filter, mark),
  ]);
  const unit = filter.from === filter.to ? ('hour' as const) : ('day' as const);
  const cells = await cellsOf(ctx, sql, filter, { unit, groups, mark });
  return { gap, unit, groups, cells };
}

const columnOf = { channel: 'channel', service: 'service_code', team: 'team' } as const;

/** What brought something, and what was open at the end of a day of the span. */
async function groupsOf(
  ctx: DeskContext,
  sql: Tx,
  filter: BoardFilter,
  mark: WorkMark | undefined,
): Promise<string[]> {
  const column = sql(columnOf[filter.by]);
  const isOneDay = filter.from === filter.to;
  const open = sql`union all select ${column}, 0 from ${openIn(ctx, sql, filter)} as then_open where open > 0`;
  const rows = await sql<{ code: string }[]>`
    select code from (
      select ${column} as code, arrived + closed as brought from ${workOf(sql, spanOf(filter), filter, mark)} as work
      ${isOneDay ? sql`` : open}) as seen
    group by 1 order by sum(brought) desc, 1`;
  const codes = rows.map(({ code }) => code);
  return codes.length > groupsMax ? [...codes.slice(0, groupsMax - 1), groupKeys.others] : codes;
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
  const key = sql`case when grouping(part) = 1 then ${groupKeys.all} else part end`;
  const sets = sql`grouping sets ((at, part), (at))`;
  const waits = (of: 'take_waits' | 'close_waits') => sql`
    select at, ${key} as key, count(*)::integer as count,
      case when count(*) >= ${waitsMin} then percentile_disc(0.5) within group (order by wait) end as median
    from work, unnest(${sql(of)}) as wait group by ${sets}`;
  const [counts, open] = await Promise.all([
    sql<Omit<BoardCell, 'open'>[]>`
      with work as materialized (
        select ${at} as at, ${partOf(sql, filter, groups)} as part, w.* from ${workOf(sql, spanOf(filter), filter, mark)} as w)
      select c.at, c.key as group, c.arrived, c.taken, c.closed, coalesce(d.count, 0) as decided, c.kept, c.missed,
        t.median as take_wait, d.median as close_wait
      from (
        select at, ${key} as key, sum(arrived)::integer as arrived, sum(taken)::integer as taken, sum(closed)::integer as closed,
          sum(kept)::integer as kept, sum(missed)::integer as missed
        from work group by ${sets}) as c
        left join (${waits('take_waits')}) as t using (at, key)
        left join (${waits('close_waits')}) as d using (at, key)`,
    unit === 'day' ? openDays(ctx, sql, filter, groups) : [],
  ]);
  const cells = new Map<string, BoardCell>();
  const cell = (day: string, part: string): BoardCell => {
    const found = cells.get(`${day} ${part}`) ?? { ...nothing, at: day, group: part };
    cells.set(`${day} ${part}`, found);
    return found;
  };
  for (const row of counts) Object.assign(cell(row.at, row.group), row);
  for (const row of open) cell(row.at, row.group).open = row.open;
  // A group without a row in a counted day had nothing open.
  if (unit === 'day' && groups.length > 0)
    for (const day of daysOf(filter).filter((one) => isOpenKnown(one, todayOf(ctx.clock.now()), mark)))
      for (const group of [...groups, groupKeys.all]) cell(day, group).open ??= 0;
  return [...cells.values()].toSorted((a, b) => (`${a.at} ${a.group}` < `${b.at} ${b.group}` ? -1 : 1));
}

/** The group of a row: one that has a line of its own, or the others. */
function partOf(sql: Tx, { by }: BoardFilter, groups: readonly string[]) {
  const column = sql(columnOf[by]);
  return sql`case when ${column} = any (${groups as string[]}::text[]) then ${column} else ${groupKeys.others} end`;
}

const nothing = {
  arrived: 0,
  taken: 0,
  closed: 0,
  decided: 0,
  kept: 0,
  missed: 0,
  takeWait: null,
  closeWait: null,
  open: null,
};

function openDays(ctx: DeskContext, sql: Tx, filter: BoardFilter, groups: readonly string[]) {
  return sql<{ at: string; group: string; open: number }[]>`
    select at, case when grouping(part) = 1 then ${groupKeys.all} else part end as group, sum(open)::integer as open
    from (select day as at, ${partOf(sql, filter, groups)} as part, open from ${openIn(ctx, sql, filter)} as then_open) as days
    group by grouping sets ((at, part), (at))`;
}

/** The open cases at the end of each day, and now for the day that is not over. */
function openIn(ctx: DeskContext, sql: Tx, filter: BoardFilter) {
  const today = todayOf(ctx.clock.now());
  return sql`(
    select day::text as day, team, service_code, channel, open from work_open
    where day >= ${filter.from} and day <= ${filter.to} and day < ${today} and ${among(sql, filter)}
    union all
    select ${today}, team, service_code, channel, open from ${openOf(sql)} as open_now
    where ${today} <= ${filter.to} and ${among(sql, filter)})`;
}

/** Whether the day ended within what is counted, or is not over. */
function isOpenKnown(day: string, today: string, mark: WorkMark | undefined): boolean {
  const { before: end } = spanOf({ from: day, to: day });
  return day === today || (mark !== undefined && end > mark.since && end <= mark.upto);
}
