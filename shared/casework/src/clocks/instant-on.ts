import { deskTimeZone } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';

/** Gives the instant of an hour and minute of a day, ISO, on the desk's clock. Errors: RangeError — no such day or hour. */
export function instantOn(day: string, hour: number, minute = 0): Date {
  const plainTime = Temporal.PlainTime.from({ hour, minute }, { overflow: 'reject' });
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: deskTimeZone, plainTime });
  return new Date(at.epochMilliseconds);
}
