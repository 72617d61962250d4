import type { CaseId, Channel, Language, Reference } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { teamsOf } from '../audit/enter-as.ts';
import { readAs } from '../audit/read-as.ts';
import { dueDay } from '../clocks/due-day.ts';
import type { DeskContext } from '../context.ts';
import type { DueClass, QueueFilter } from './queue-filter.ts';
import { countUnder, type QueueCount } from './queue-counts.ts';

export interface QueueRow {
  caseId: CaseId;
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  language: Language;
  channel: Channel;
  team: string;
  dueAt: Date;
  depositedAt: Date;
  /** As it was answered, where the service asks for a place that is no secret. */
  place: string | null;
}

export interface QueueView {
  rows: QueueRow[];
  /** All waiting cases of the actor's teams. */
  waiting: number;
  /** What waits, added up by all that can be filtered by. */
  counts: QueueCount[];
}

/** After which row the next page starts; absent means from the top. */
export interface QueueCursor {
  dueAt: Date;
  depositedAt: Date;
  caseId: string;
}

interface PageOf {
  limit: number;
  after: QueueCursor | undefined;
  filter: QueueFilter;
}

/**
 * Lists the waiting cases of the actor's teams, one list for every channel, in the order they will be taken; or those that somebody holds.
 *
 * Guarantee: costs a page of each team, or of each kind of case that the filters let through, whatever waits or was closed.
 * Shape: keyset pages of `limit`; no personal data, so no event.
 */
export function listQueue(
  ctx: DeskContext,
  {
    limit = 50,
    after,
    filter = {},
  }: { limit?: number; after?: QueueCursor | undefined; filter?: QueueFilter } = {},
): Promise<QueueView> {
  return readAs(ctx, 'queue.list', async (sql) => {
    const page = { limit, after, filter };
    const [rows, counts] = await Promise.all([pageOf(ctx, sql, page), countsOf(ctx, sql)]);
    return { rows: [...rows], waiting: countUnder(counts, {}) ?? 0, counts: [...counts] };
  });
}

const columns = (sql: Tx) =>
  sql`c.id as case_id, c.reference, c.service_code, c.service_version, c.language, c.channel, c.team, c.due_at, c.deposited_at, c.place`;

/** The head of each range that the filters leave of an index, then the first of all heads. Example: 2 teams, limit 50 → 100 entries, 50 rows. */
function pageOf(ctx: DeskContext, sql: Tx, page: PageOf) {
  const { limit, filter } = page;
  if (filter.heldBy !== undefined) return heldPage(ctx, sql, page);
  return sql<QueueRow[]>`
    select ${columns(sql)}
    from ${rangesOf(ctx, sql, filter)}
    cross join lateral (
      select case_id, due_at, deposited_at from queue_entry q
      where ${inRange(sql, filter)} and ${within(ctx, sql, page)}
      order by due_at, deposited_at, case_id limit ${limit}
    ) head
    join cases c on c.id = head.case_id
    order by head.due_at, head.deposited_at, head.case_id limit ${limit}`;
}

function byFacts({ service, channel, language, place }: QueueFilter): boolean {
  return place === undefined && (service ?? channel ?? language) !== undefined;
}

/** Teams as rows; or the kinds of cases that wait, which the tally knows: a database that has them walks an index of each. */
function rangesOf({ actor }: DeskContext, sql: Tx, filter: QueueFilter) {
  const { team, service, channel, language } = filter;
  if (byFacts(filter))
    return sql`(
      select team, service_code, channel, language from queue_tally
      where ${team === undefined ? sql`true` : sql`team = ${team}`}
        and ${service === undefined ? sql`true` : sql`service_code = ${service}`}
        and ${channel === undefined ? sql`true` : sql`channel = ${channel}`}
        and ${language === undefined ? sql`true` : sql`language = ${language}`}
      group by 1, 2, 3, 4 having sum(change) > 0) as mine`;
  const teams = actor.kind === 'staff' ? teamsOf(actor) : '*';
  if (team !== undefined && (teams === '*' || teams.split(',').includes(team)))
    return sql`(select ${team}::text) as mine (team)`;
  if (team !== undefined) return sql`(select ''::text where false) as mine (team)`;
  return teams === '*'
    ? sql`(select code from team) as mine (team)`
    : sql`unnest(${teams.split(',')}::text[]) as mine (team)`;
}

function inRange(sql: Tx, filter: QueueFilter) {
  if (byFacts(filter))
    return sql`q.team = mine.team and q.service_code = mine.service_code and q.channel = mine.channel and q.language = mine.language`;
  const { place, service, channel, language } = filter;
  if (place === undefined) return sql`q.team = mine.team`;
  // One street has few cases: the rest is looked at one by one.
  return sql`q.team = mine.team and q.place_key = ${place}
    and ${service === undefined ? sql`true` : sql`q.service_code = ${service}`}
    and ${channel === undefined ? sql`true` : sql`q.channel = ${channel}`}
    and ${language === undefined ? sql`true` : sql`q.language = ${language}`}`;
}

/** Where the page starts and which days it holds, as bounds of one range of an index. */
function within({ clock }: DeskContext, sql: Tx, { after, filter }: PageOf) {
  const { startsAt, endsAt } = dueDay(clock.now());
  const days = {
    late: sql`due_at < ${startsAt}`,
    today: sql`due_at >= ${startsAt} and due_at < ${endsAt}`,
    later: sql`due_at >= ${endsAt}`,
  };
  return sql`${
    after
      ? sql`(due_at, deposited_at, case_id) > (${after.dueAt}, ${after.depositedAt}, ${after.caseId})`
      : sql`true`
  } and ${filter.due === undefined ? sql`true` : days[filter.due]}`;
}

/** What one person holds is a handful: found by who holds it, filtered and put in order one by one. */
function heldPage(ctx: DeskContext, sql: Tx, page: PageOf) {
  const { service, channel, language, team, place, heldBy } = page.filter;
  return sql<QueueRow[]>`
    select * from (
      select ${columns(sql)} from assignment a join cases c on c.id = a.case_id
      where a.staff_id = ${heldBy ?? null} and a.ended_at is null
        and ${service === undefined ? sql`true` : sql`c.service_code = ${service}`}
        and ${channel === undefined ? sql`true` : sql`c.channel = ${channel}`}
        and ${language === undefined ? sql`true` : sql`c.language = ${language}`}
        and ${team === undefined ? sql`true` : sql`c.team = ${team}`}
        and ${place === undefined ? sql`true` : sql`c.place_key = ${place}`}) held
    where ${within(ctx, sql, page)}
    order by due_at, deposited_at, case_id limit ${page.limit}`;
}

/** A sum of the tally by what can be filtered by: as many rows as there are kinds of cases that wait, however many wait. */
function countsOf({ clock }: DeskContext, sql: Tx) {
  const { day } = dueDay(clock.now());
  const due: Readonly<Record<DueClass, string>> = { late: 'late', today: 'today', later: 'later' };
  return sql<QueueCount[]>`
    select team, service_code, channel, language, due, sum(change)::int as waiting from (
      select team, service_code, channel, language, change,
        case when due_on < ${day} then ${due.late} when due_on = ${day} then ${due.today} else ${due.later} end as due
      from queue_tally) as t
    group by team, service_code, channel, language, due having sum(change) > 0
    order by team, service_code, channel, language, due`;
}
