import { Temporal } from 'temporal-polyfill';

/** Gives the instants at which a day of a place's clock begins and ends. Shape: the day is ISO. */
export function dayBounds(day: string, timeZone: string): { since: Date; before: Date } {
  const date = Temporal.PlainDate.from(day);
  const at = (one: Temporal.PlainDate) => new Date(one.toZonedDateTime(timeZone).epochMilliseconds);
  return { since: at(date), before: at(date.add({ days: 1 })) };
}

/** Gives the day that comes so many days after another. Shape: ISO */
export function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Tells whether a text names a day. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
