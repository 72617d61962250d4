import { deskTimeZone } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';

/** Gives the instant of an hour of a day, ISO, on the desk's clock. */
export function instantOn(day: string, hour: number): Date {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: deskTimeZone, plainTime: { hour } });
  return new Date(at.epochMilliseconds);
}
