import type { Tx } from '@guichet/platform';
import { duplicateOutcome } from '../../cases/links/merge-cases.ts';
import type { BoardFilter } from './board-filter.ts';

/**
 * Gives the statement that counts what happened between two instants, by hour, team, service and channel, from the cases themselves.
 *
 * Guarantee: costs what happened between them, each kind of fact by its index, whatever is open or was closed.
 * Shape: as the table `work_hour`. A case closed as a duplicate counts as closed and for no wait; its promise counts only where it was missed
 *   before that. An assignment undone at once is none.
 */
export function factsOf(sql: Tx, since: Date, before: Date) {
  const wait = (until: ReturnType<typeof sql>) =>
    sql`greatest(0, floor(extract(epoch from ${until} - c.deposited_at) / 60))::integer`;
  return sql`
    select date_trunc('hour', at) as hour, team, service_code, channel, (count(*) filter (where what = 'arrived'))::integer as arrived,
      (count(*) filter (where what = 'taken'))::integer as taken, (count(*) filter (where what in ('closed', 'merged')))::integer as closed,
      (count(*) filter (where kept))::integer as kept, (count(*) filter (where not kept))::integer as missed,
      coalesce(array_agg(wait order by wait) filter (where what = 'taken'), '{}') as take_waits,
      coalesce(array_agg(wait order by wait) filter (where what = 'closed'), '{}') as close_waits
    from (
      -- Each team's range of an index that begins with the team.
      select 'arrived' as what, c.captured_at as at, c.team, c.service_code, c.channel, null::integer as wait, null::boolean as kept
      from team t cross join lateral (
        select captured_at, team, service_code, channel from cases
        where team = t.code and captured_at >= ${since} and captured_at < ${before} offset 0) as c
      union all
      select 'taken', a.started_at, c.team, c.service_code, c.channel, ${wait(sql`a.started_at`)}, null
      from assignment a join cases c on c.id = a.case_id
      where a.started_at >= ${since} and a.started_at < ${before} and a.ended_why is distinct from 'undone'
        and not exists (select 1 from assignment b
          where b.case_id = a.case_id and b.ended_why is distinct from 'undone' and (b.started_at, b.id) < (a.started_at, a.id))
      union all
      select case k.outcome when ${duplicateOutcome} then 'merged' else 'closed' end, k.closed_at, c.team, c.service_code, c.channel,
        ${wait(sql`k.closed_at`)},
        -- A promise missed before is told already, by the hour in which it was missed.
        case when k.outcome = ${duplicateOutcome} or p.met_at is null or p.overdue_at is not null then null else p.met_at <= p.due_at end
      from case_closure k join cases c on c.id = k.case_id left join clock p on p.case_id = k.case_id and p.kind = 'decide'
      where k.closed_at >= ${since} and k.closed_at < ${before}
      union all
      select 'missed', p.overdue_at, c.team, c.service_code, c.channel, null, false
      from clock p join cases c on c.id = p.case_id
      where p.kind = 'decide' and p.overdue_at >= ${since} and p.overdue_at < ${before}
    ) as facts
    group by 1, 2, 3, 4`;
}

/** From when, and up to when, hours are counted; undefined before the first count. */
export interface WorkMark {
  since: Date;
  upto: Date;
}

export async function readMark(sql: Tx): Promise<WorkMark | undefined> {
  const [mark] = await sql<[WorkMark?]>`select since, upto from work_mark`;
  return mark;
}

/**
 * Gives the statement that tells the work between two instants: the hours counted already, and those that are not from the cases.
 *
 * Guarantee: costs the counted hours of the span, and what happened since the last count; nothing that grows with closed cases. The mark was
 *   read before: an hour counted since then is still told from the cases, once. As a value, it lets the database see how little is left.
 */
export function workOf(
  sql: Tx,
  { since, before }: { since: Date; before: Date },
  filter: WorkFilter,
  mark: WorkMark | undefined,
) {
  const upto = mark && mark.upto > since ? mark.upto : since;
  const counted = sql`
    select hour, team, service_code, channel, arrived, taken, closed, kept, missed, take_waits, close_waits from work_hour
    where hour >= ${since} and hour < ${upto < before ? upto : before} and ${among(sql, filter)}`;
  if (upto >= before) return sql`(${counted})`;
  return sql`(${counted} union all select * from (${factsOf(sql, upto, before)}) as uncounted where ${among(sql, filter)})`;
}

export type WorkFilter = Partial<Pick<BoardFilter, 'service' | 'team' | 'channel'>>;

/** Gives the condition that rows of work, or of open cases, are of a filter. */
export function among(sql: Tx, { service, team, channel }: WorkFilter) {
  return sql`${service === undefined ? sql`true` : sql`service_code = ${service}`}
    and ${team === undefined ? sql`true` : sql`team = ${team}`}
    and ${channel === undefined ? sql`true` : sql`channel = ${channel}`}`;
}

/**
 * Gives the statement that counts the open cases by team, service and channel.
 *
 * Guarantee: costs what is held or paused, and the tally of what waits; nothing that grows with waiting or closed cases.
 */
export function openOf(sql: Tx) {
  return sql`(
    select team, service_code, channel, sum(open)::integer as open from (
      select team, service_code, channel, sum(change) as open from queue_tally group by 1, 2, 3
      union all
      select c.team, c.service_code, c.channel, count(*)
      from (select case_id from assignment where ended_at is null union select case_id from clock_pause where ended_at is null) as away
        join cases c on c.id = away.case_id
      where not exists (select 1 from queue_entry q where q.case_id = away.case_id) group by 1, 2, 3) as all_open
    where service_code is not null
    group by 1, 2, 3)`;
}
