import { deskTimeZone } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';
import { isDayOff } from './calendar.ts';

/** Minutes after midnight on the desk's clock, by day of the week, Monday first as 1. */
export type WeekHours = ReadonlyMap<number, { from: number; to: number }>;

export interface LineHours {
  week: WeekHours;
  /** Days closed though the public service works, ISO. */
  closedDays: readonly string[];
  /** Days open though it does not, ISO. */
  openDays: readonly string[];
}

/** Whether people answer the telephone; when they do not, the day, ISO, and the hour, `08:30`, at which they will. */
export type LineState = { state: 'open' } | { state: 'closed'; opensOn?: string; opensAt?: string };

/** An opening further away is none that a caller would wait for. Unit: days. */
const daysAheadMax = 60;

const shape = /^(?:([1-7])(?:-([1-7]))? )?(\d{1,2}):([0-5]\d)-(\d{1,2}):([0-5]\d)$/;

/**
 * Reads the hours of a week; undefined when they are none.
 *
 * Shape: `08:30-16:30` from Monday to Friday; or parts with a comma between, each with its days, Monday as 1:
 *   `1-4 08:30-16:30, 5 08:30-12:00`. What comes later wins.
 */
export function readWeekHours(text: string): WeekHours | undefined {
  const week = new Map<number, { from: number; to: number }>();
  for (const part of text.split(',')) {
    const found = shape.exec(part.trim());
    if (!found) return undefined;
    const [, first = '1', last = found[1] === undefined ? '5' : first, ...clock] = found;
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = clock.map(Number);
    const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
    if (from >= to || to > 24 * 60 || Number(first) > Number(last)) return undefined;
    for (let day = Number(first); day <= Number(last); day += 1) week.set(day, { from, to });
  }
  return week;
}

/**
 * Tells whether the line is answered by people at an instant.
 *
 * Guarantee: the desk's clock decides, whatever the server's; days named closed win over days named open, and both over
 *   the public service's calendar.
 */
export function lineState(hours: LineHours, now: Date): LineState {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(deskTimeZone);
  const minutes = at.hour * 60 + at.minute;
  for (let ahead = 0; ahead <= daysAheadMax; ahead += 1) {
    const day = at.toPlainDate().add({ days: ahead });
    const worked = hoursOn(hours, day);
    if (!worked) continue;
    if (ahead === 0 && minutes >= worked.to) continue;
    if (ahead === 0 && minutes >= worked.from) return { state: 'open' };
    return { state: 'closed', opensOn: day.toString(), opensAt: clockOf(worked.from) };
  }
  return { state: 'closed' };
}

/** Lists the next days, after the one of an instant, on which the line is answered by people, ISO; as many as there are. */
export function nextOpenDays(hours: LineHours, after: Date, count: number): string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(after.getTime())
    .toZonedDateTimeISO(deskTimeZone)
    .toPlainDate();
  const ahead = Array.from({ length: daysAheadMax }, (_, index) => today.add({ days: index + 1 }));
  return ahead
    .filter((day) => hoursOn(hours, day))
    .slice(0, count)
    .map((day) => day.toString());
}

function hoursOn({ week, closedDays, openDays }: LineHours, day: Temporal.PlainDate) {
  const iso = day.toString();
  if (closedDays.includes(iso)) return undefined;
  const usual = week.get(day.dayOfWeek);
  // A day opened by way of exception, of a weekday without hours, has those of the week's first day.
  if (openDays.includes(iso)) return usual ?? [...week.values()][0];
  return isDayOff(day) ? undefined : usual;
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
