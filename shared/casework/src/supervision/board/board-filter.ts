import { type Channel, channels, deskTimeZone } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';
import { isDay } from '../publish-service.ts';

export const boardPeriods = ['1', '7', '28', '91'] as const;
export type BoardPeriod = (typeof boardPeriods)[number];
export const boardGroups = ['channel', 'service', 'team'] as const;
export type BoardGroup = (typeof boardGroups)[number];

/** What of the desk's work is looked at. Nothing of it is personal: it stands in the page's address. */
export interface BoardFilter {
  /** Days up to today; absent where the days are named. */
  period?: BoardPeriod;
  /** The first and the last day, ISO, of the desk's calendar. */
  from: string;
  to: string;
  service?: string;
  team?: string;
  channel?: Channel;
  /** By what the days are told apart. */
  by: BoardGroup;
}

/** Unit: days. */
export const boardDaysMax = 366;
const usual: BoardPeriod = '28';
const code = /^[a-z0-9][a-z0-9-]{0,60}$/;

/**
 * Reads what is looked at out of an address; `wrong` says which day is none, before the other, to come, or more than a year away.
 *
 * Shape: `period` of 1, 7, 28 or 91 days, or `from` and `to`; then `service`, `team`, `channel`, `by`.
 */
export function readBoardFilter(
  asked: (key: string) => string | undefined,
  today: string,
): { filter: BoardFilter; wrong?: 'from' | 'to' } {
  const coded = (key: string) => (code.test(asked(key) ?? '') ? asked(key) : undefined);
  const channel = channels.find((one) => one === asked('channel'));
  const [service, team] = [coded('service'), coded('team')];
  const rest = {
    ...(service === undefined ? {} : { service }),
    ...(team === undefined ? {} : { team }),
    ...(channel === undefined ? {} : { channel }),
    by: boardGroups.find((one) => one === asked('by')) ?? ('channel' as const),
  };
  const [from, to] = [(asked('from') ?? '').trim(), (asked('to') ?? '').trim()];
  const named = from !== '' || to !== '';
  const wrong = named ? wrongOf(from, to, today) : undefined;
  if (named && wrong === undefined) return { filter: { from, to, ...rest } };
  const period = boardPeriods.find((one) => one === asked('period')) ?? usual;
  const first = Temporal.PlainDate.from(today)
    .subtract({ days: Number(period) - 1 })
    .toString();
  return { filter: { period, from: first, to: today, ...rest }, ...(wrong === undefined ? {} : { wrong }) };
}

function wrongOf(from: string, to: string, today: string): 'from' | 'to' | undefined {
  if (!isDay(from) || from > today) return 'from';
  if (!isDay(to) || to < from || to > today) return 'to';
  return daysBetween(from, to) < boardDaysMax ? undefined : 'from';
}

/** Writes it as it stands in an address, in one order. */
export function writeBoardFilter(filter: BoardFilter): string {
  const query = new URLSearchParams();
  const { period, from, to, service, team, channel, by } = filter;
  const days = period === undefined ? { from, to } : { period };
  for (const [key, value] of Object.entries({ ...days, service, team, channel, by }))
    if (value !== undefined) query.set(key, value);
  return query.toString();
}

/** The instants between which the days of a filter lie: the first is in, the second is not. */
export function spanOf({ from, to }: Pick<BoardFilter, 'from' | 'to'>): { since: Date; before: Date } {
  return { since: startOf(from), before: startOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString()) };
}

/** The instant at which a day of the desk begins. */
export function startOf(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(deskTimeZone).epochMilliseconds);
}

/** Gives every day from one to another, both too, in order. */
export function daysOf({ from, to }: Pick<BoardFilter, 'from' | 'to'>): string[] {
  const first = Temporal.PlainDate.from(from);
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => first.add({ days: at }).toString());
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}
