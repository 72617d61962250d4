import { deskTimeZone } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';
import { isBusinessDay } from './calendar.ts';

/** Lists the next days, after the one of an instant, on which the desk works, ISO. */
export function nextWorkedDays(after: Date, count: number): string[] {
  const days: string[] = [];
  let day = Temporal.Instant.fromEpochMilliseconds(after.getTime())
    .toZonedDateTimeISO(deskTimeZone)
    .toPlainDate();
  while (days.length < count) {
    day = day.add({ days: 1 });
    if (isBusinessDay(day)) days.push(day.toString());
  }
  return days;
}
