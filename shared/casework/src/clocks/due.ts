import type { ServiceDefinition, Span } from '@guichet/catalogue';
import { deskTimeZone } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';
import { addBusinessDays, isBusinessDay, type OwnDays } from './calendar.ts';

export type ClockKind = 'acknowledge' | 'decide' | 'legal';

const memos = new WeakMap<OwnDays, Map<string, Date>>();
const none: OwnDays = new Map();

/**
 * Gives the instant by which a promise made at `start` must be kept.
 *
 * Guarantee: days end at midnight of the desk's time zone, whatever the server's; an act on a day off counts from the next worked day.
 * Unit: business days, calendar days or hours, as the span says.
 * Source: Interpretation Act, RLRQ c. I-16, s. 52: a term that ends on a holiday runs to the next working day
 */
export function dueAt(start: Date, span: Span, own: OwnDays = none): Date {
  if (span.unit === 'hours') return new Date(start.getTime() + span.amount * 3_600_000);
  const day = Temporal.Instant.fromEpochMilliseconds(start.getTime())
    .toZonedDateTimeISO(deskTimeZone)
    .toPlainDate();
  const key = `${day.toString()}|${span.unit}|${span.amount}`;
  const memo = memos.get(own) ?? new Map<string, Date>();
  memos.set(own, memo);
  const known = memo.get(key);
  if (known) return known;
  if (memo.size > 10_000) memo.clear();
  const due = endOf(
    span.unit === 'business-days'
      ? addBusinessDays(day, span.amount, own)
      : addCalendarDays(day, span.amount, own),
  );
  memo.set(key, due);
  return due;
}

/** Lists the clocks that a case of a service starts with. The law's limit knows no day that a body closes by itself. */
export function clocksOf(
  definition: ServiceDefinition,
  start: Date,
  own?: OwnDays,
): { kind: ClockKind; dueAt: Date }[] {
  const { acknowledge, decide, legal } = definition.clocks;
  return [
    { kind: 'acknowledge' as const, dueAt: dueAt(start, acknowledge, own) },
    { kind: 'decide' as const, dueAt: dueAt(start, decide, own) },
    ...(legal ? [{ kind: 'legal' as const, dueAt: dueAt(start, legal) }] : []),
  ];
}

function addCalendarDays(day: Temporal.PlainDate, count: number, own: OwnDays): Temporal.PlainDate {
  let at = day.add({ days: count });
  while (!isBusinessDay(at, own)) at = at.add({ days: 1 });
  return at;
}

function endOf(day: Temporal.PlainDate): Date {
  return new Date(day.add({ days: 1 }).toZonedDateTime(deskTimeZone).epochMilliseconds - 1);
}
