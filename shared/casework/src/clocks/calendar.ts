import { deskTimeZone } from '@guichet/kernel';
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

const holidays = new Holidays('CA', 'QC', { timezone: deskTimeZone });
const easterMonday = 'easter 1';
const daysOff = new Map<number, ReadonlySet<string>>();

/** Days on which the body does otherwise than the public service, ISO: true where it is open, false where it is closed. */
export type OwnDays = ReadonlyMap<string, boolean>;

/**
 * Tells whether the desk works on a day: Monday to Friday, without Québec's public holidays and the public service's own days,
 * unless the body said otherwise of that day.
 *
 * Source: Act respecting labour standards s. 60; National Holiday Act; the public service adds Easter Monday, 2 January,
 *   24, 26 and 31 December
 */
export function isBusinessDay(day: Temporal.PlainDate, own?: OwnDays): boolean {
  return own?.get(day.toString()) ?? (day.dayOfWeek <= 5 && !isDayOff(day));
}

/** Tells whether a day is a holiday of Québec or one that the public service takes, whatever day of the week it is. */
export function isDayOff(day: Temporal.PlainDate): boolean {
  return offIn(day.year).has(day.toString());
}

/** Gives the day `count` business days after a day; day 0 is the day itself, or the next that is worked. */
export function addBusinessDays(day: Temporal.PlainDate, count: number, own?: OwnDays): Temporal.PlainDate {
  let at = day;
  while (!isBusinessDay(at, own)) at = at.add({ days: 1 });
  for (let left = count; left > 0; ) {
    at = at.add({ days: 1 });
    if (isBusinessDay(at, own)) left -= 1;
  }
  return at;
}

function offIn(year: number): ReadonlySet<string> {
  const known = daysOff.get(year);
  if (known) return known;
  const off = new Set(
    holidays
      .getHolidays(year)
      .filter(({ type, rule }) => type === 'public' || rule === easterMonday)
      .map(({ date }) => date.slice(0, 10)),
  );
  for (const day of ['01-02', '12-24', '12-26', '12-31']) off.add(`${year}-${day}`);
  daysOff.set(year, off);
  return off;
}
