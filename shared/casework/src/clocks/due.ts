import type { ServiceDefinition, Span } from '@guichet/catalogue';
import { deskTimeZone } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';
import { addBusinessDays, isBusinessDay } from './calendar.ts';

export type ClockKind = 'acknowledge' | 'decide' | 'legal';

const memo = new Map<string, Date>();

/**
 * Gives the instant by which a promise made at `start` must be kept.
 *
 * Guarantee: days end at midnight of the desk's time zone, whatever the server's; an act on a day off counts from the next worked day.
 * Unit: business days, calendar days or hours, as the span says.
 * Source: Interpretation Act, RLRQ c. I-16, s. 52: a term that ends on a holiday runs to the next working day
 */
export function dueAt(start: Date, span: Span): Date {
  if (span.unit === 'hours') return new Date(start.getTime() + span.amount * 3_600_000);
  const day = Temporal.Instant.fromEpochMilliseconds(start.getTime())
    .toZonedDateTimeISO(deskTimeZone)
    .toPlainDate();
  const key = `${day.toString()}|${span.unit}|${span.amount}`;
  const known = memo.get(key);
  if (known) return known;
  if (memo.size > 10_000) memo.clear();
  const due = endOf(
    span.unit === 'business-days' ? addBusinessDays(day, span.amount) : addCalendarDays(day, span.amount),
  );
  memo.set(key, due);
  return due;
}

/** Lists the clocks that a case of a service starts with. */
export function clocksOf(definition: ServiceDefinition, start: Date): { kind: ClockKind; dueAt: Date }[] {
  const { acknowledge, decide, legal } = definition.clocks;
  return [
    { kind: 'acknowledge' as const, dueAt: dueAt(start, acknowledge) },
    { kind: 'decide' as const, dueAt: dueAt(start, decide) },
    ...(legal ? [{ kind: 'legal' as const, dueAt: dueAt(start, legal) }] : []),
  ];
}

function addCalendarDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let at = day.add({ days: count });
  while (!isBusinessDay(at)) at = at.add({ days: 1 });
  return at;
}

function endOf(day: Temporal.PlainDate): Date {
  return new Date(day.add({ days: 1 }).toZonedDateTime(deskTimeZone).epochMilliseconds - 1);
}
