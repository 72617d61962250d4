import { day as dayMs, deskTimeZone, hour, minute } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';
import { type DeskTx, transact } from '../../audit/transact.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { undoMs } from '../../queues/acts/keep-acted.ts';
import { startOf } from './board-filter.ts';
import { factsOf, openOf } from './work-of.ts';

/**
 * A verb writes its instant before it commits, never five minutes before; what was assigned is undone until `undoMs`. What is counted
 * then is all there is. Unit: milliseconds.
 */
const settleMs = undoMs + 5 * minute;

/**
 * Counts the hours that are over since the last count, a day at most, and what was open when the day ended. Gives whether more are left.
 *
 * Guarantee: each hour is counted once, whole, in order; twice at once, one waits and finds it done; after an upgrade goes through the
 *   days from the first case on. Changes nothing of a case, so it leaves no event. Source: decision 0033
 */
export function countWork(ctx: DeskContext): Promise<boolean> {
  return transact(ctx, 'work.count', async (tx) => {
    const from = (await lockMark(tx)) ?? (await begin(tx));
    const last = new Date(Math.floor((tx.now.getTime() - settleMs) / hour) * hour);
    if (from === undefined || from >= last) return tx.unchanged(false);
    const midnight = nextMidnight(from);
    const upto = midnight < last ? midnight : last;
    await tx.sql`
      insert into work_hour (hour, team, service_code, channel, arrived, taken, closed, kept, missed, take_waits, close_waits)
      ${factsOf(tx.sql, from, upto)}`;
    if (upto.getTime() === midnight.getTime()) await countOpen(tx, from, upto);
    await tx.sql`update work_mark set upto = ${upto}`;
    return tx.unchanged(upto < last);
  });
}

/** Begins with the hour of the first case; undefined while there is none. */
async function begin(tx: DeskTx): Promise<Date | undefined> {
  // Of each team the head of its index.
  const [row] = await tx.sql<[{ first: Date | null }]>`
    select date_trunc('hour', min(first)) as first from team t
    cross join lateral (select min(captured_at) as first from cases c where c.team = t.code) as heads`;
  if (row.first === null) return undefined;
  await tx.sql`
    insert into work_mark (since, upto) values (${row.first}, ${row.first}) on conflict (only_one) do nothing`;
  return lockMark(tx);
}

/** What is written while this runs counts too. */
const afterAll = new Date('9999-01-01T00:00:00Z');

async function lockMark({ sql }: DeskTx): Promise<Date | undefined> {
  const [mark] = await sql<[{ upto: Date }?]>`select upto from work_mark for update`;
  return mark?.upto;
}

/**
 * Counts what was open when a day ended: what is open now, without what came since, and with what was closed since. Of a day long over,
 * as after an upgrade: what was open the day before, and what the day brought.
 */
async function countOpen(tx: DeskTx, from: Date, upto: Date): Promise<void> {
  const day = todayOf(from);
  const isLongOver = tx.now.getTime() - upto.getTime() > 2 * dayMs;
  const then = isLongOver
    ? tx.sql`
        select team, service_code, channel, open from work_open where day = ${day}::date - 1
        union all
        select team, service_code, channel, arrived - closed from work_hour where hour >= ${startOf(day)} and hour < ${upto}`
    : tx.sql`
        select team, service_code, channel, open from ${openOf(tx.sql)} as open_now
        union all
        select team, service_code, channel, closed - arrived
        from (${factsOf(tx.sql, upto, afterAll)}) as later`;
  await tx.sql`
    insert into work_open (day, team, service_code, channel, open)
    select ${day}::date, team, service_code, channel, sum(open)::integer from (${then}) as then_open
    group by team, service_code, channel having sum(open) <> 0`;
}

function nextMidnight(after: Date): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(after.getTime())
    .toZonedDateTimeISO(deskTimeZone)
    .toPlainDate();
  return new Date(day.add({ days: 1 }).toZonedDateTime(deskTimeZone).epochMilliseconds);
}
