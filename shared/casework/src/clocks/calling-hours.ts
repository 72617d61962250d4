import { deskTimeZone } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';

/** Nobody is called earlier or later, on the desk's clock. Unit: hours. */
const [from, to] = [8, 21];

/** Gives the instant from which people may be called; undefined when they may be called now. */
export function callableFrom(now: Date): Date | undefined {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(deskTimeZone);
  if (at.hour >= from && at.hour < to) return undefined;
  const day = at.hour < from ? at.toPlainDate() : at.toPlainDate().add({ days: 1 });
  const opens = day.toZonedDateTime({ timeZone: deskTimeZone, plainTime: { hour: from } });
  return new Date(opens.epochMilliseconds);
}
