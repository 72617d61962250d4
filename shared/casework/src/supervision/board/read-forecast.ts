import { type Channel, channels, deskTimeZone } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { Temporal } from 'temporal-polyfill';
import { readAs } from '../../audit/read-as.ts';
import { isBusinessDay, type OwnDays } from '../../clocks/calendar.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { startOf } from './board-filter.ts';
import { type Expected, forecastOf, levelOf, sumExpected } from './forecast-of.ts';
import { readMark, type WorkFilter, workOf } from './work-of.ts';

/** How many weeks back the same weekday is looked at. */
export const forecastWeeks = 8;

export interface ForecastDay {
  /** ISO. */
  day: string;
  /** How many of the weeks before count: those on which that weekday was worked. */
  weeks: number;
  /** The hours to come from the first to the last in which something is expected; empty where too few weeks are known. */
  hours: { hour: number; byChannel: { channel: Channel; expected: Expected }[]; all: Expected }[];
}

export interface Forecast {
  /** What is left of today, where it is a day of work, and the next day of work. */
  days: ForecastDay[];
  isClosedToday: boolean;
}

/**
 * Tells what will probably come in the next hours, by channel, from the same weekdays and hours of the last eight weeks, and how busy it is
 * of late.
 *
 * Guarantee: days on which the body was closed are neither looked at nor foretold; costs the counted hours of nine weeks. No personal data,
 *   so no event. Source: decision 0033, with its error
 */
export function readForecast(ctx: DeskContext, filter: WorkFilter): Promise<Forecast> {
  return readAs(ctx, 'board.read', (sql) => forecastIn(ctx, sql, filter));
}

/** The same, inside a transaction. */
export async function forecastIn(ctx: DeskContext, sql: Tx, filter: WorkFilter): Promise<Forecast> {
  const own = ctx.closures?.known;
  const now = Temporal.Instant.fromEpochMilliseconds(ctx.clock.now().getTime()).toZonedDateTimeISO(
    deskTimeZone,
  );
  const today = now.toPlainDate();
  const isClosedToday = !isBusinessDay(today, own);
  const next = nextWorked(today, own);
  const counted = await countedHours(sql, today, filter);
  const worked = Array.from({ length: 7 * forecastWeeks }, (_, at) =>
    today.subtract({ days: at + 1 }),
  ).filter((day) => day.toString() >= counted.first && isBusinessDay(day, own));
  const level = levelOf(
    worked.map((day) =>
      channels.reduce(
        (sum, channel) => sum + counted.of(day.toString(), channel).reduce((all, one) => all + one, 0),
        0,
      ),
    ),
  );
  const shown = channels.filter((channel) => filter.channel === undefined || filter.channel === channel);
  const ofDay = (day: Temporal.PlainDate, fromHour: number): ForecastDay => {
    const known = weeksBefore(day, counted.first, own).filter((week) => week.toString() < today.toString());
    const parts = shown.map((channel) => ({
      channel,
      hours: forecastOf(
        known.map((week) => counted.of(week.toString(), channel)),
        level,
      ),
    }));
    const hours = Array.from({ length: 24 }, (_, hour) => {
      const byChannel = parts.flatMap((part) => {
        const expected = part.hours[hour];
        return expected ? [{ channel: part.channel, expected }] : [];
      });
      return { hour, byChannel, all: sumExpected(byChannel.map(({ expected }) => expected)) };
    });
    return {
      day: day.toString(),
      weeks: known.length,
      hours: withoutEnds(hours.filter(({ hour }) => hour >= fromHour)),
    };
  };
  return {
    days: [...(isClosedToday ? [] : [ofDay(today, now.hour + 1)]), ofDay(next, 0)],
    isClosedToday,
  };
}

/** Leaves out the hours before the first and after the last in which something is expected; those between stay, so that time is to scale. */
function withoutEnds(hours: ForecastDay['hours']): ForecastDay['hours'] {
  const isExpected = ({ all }: ForecastDay['hours'][number]) => all.mean !== null && all.mean > 0;
  const first = hours.findIndex(isExpected);
  return first === -1 ? [] : hours.slice(first, hours.findLastIndex(isExpected) + 1);
}

function nextWorked(after: Temporal.PlainDate, own: OwnDays | undefined): Temporal.PlainDate {
  let day = after.add({ days: 1 });
  while (!isBusinessDay(day, own)) day = day.add({ days: 1 });
  return day;
}

/** The same weekday of the weeks before, newest first, without days that were closed or not counted whole. */
export function weeksBefore(
  day: Temporal.PlainDate,
  first: string,
  own?: OwnDays,
  weeks = forecastWeeks,
): Temporal.PlainDate[] {
  return Array.from({ length: weeks }, (_, at) => day.subtract({ weeks: at + 1 })).filter(
    (week) => week.toString() >= first && isBusinessDay(week, own),
  );
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

interface CountedHours {
  /** The first day, ISO, that was counted from its beginning. */
  first: string;
  /** What came in each hour of a day by a channel. */
  of(day: string, channel: Channel): number[];
}

async function countedHours(sql: Tx, today: Temporal.PlainDate, filter: WorkFilter): Promise<CountedHours> {
  const span = {
    since: startOf(today.subtract({ weeks: forecastWeeks + 1 }).toString()),
    before: startOf(today.toString()),
  };
  const mark = await readMark(sql);
  const rows = await sql<{ day: string; hour: number; channel: Channel; arrived: number }[]>`
      select (hour at time zone 'America/Toronto')::date::text as day,
        extract(hour from hour at time zone 'America/Toronto')::integer as hour, channel, sum(arrived)::integer as arrived
      from ${workOf(sql, span, filter, mark)} as work where arrived > 0 group by 1, 2, 3`;
  const found = new Map<string, number[]>();
  for (const { day, hour, channel, arrived } of rows) {
    const hours = found.get(`${day} ${channel}`) ?? Array.from({ length: 24 }, () => 0);
    hours[hour] = (hours[hour] ?? 0) + arrived;
    found.set(`${day} ${channel}`, hours);
  }
  return {
    first: mark === undefined ? '9999-12-31' : dayAfter(todayOf(mark.since)),
    of: (day, channel) => found.get(`${day} ${channel}`) ?? Array.from({ length: 24 }, () => 0),
  };
}
