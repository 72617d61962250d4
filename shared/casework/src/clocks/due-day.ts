import { deskTimeZone } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';

export interface DueDay {
  /** ISO date. */
  day: string;
  startsAt: Date;
  /** When the next day starts. */
  endsAt: Date;
}

/** Gives the day of the desk at an instant, with its bounds: 23 or 25 hours apart on the nights when clocks change. */
export function dueDay(now: Date): DueDay {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(deskTimeZone)
    .toPlainDate();
  const start = (of: Temporal.PlainDate) => new Date(of.toZonedDateTime(deskTimeZone).epochMilliseconds);
  return { day: day.toString(), startsAt: start(day), endsAt: start(day.add({ days: 1 })) };
}
