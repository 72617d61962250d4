import { addDays, calendarDay } from './calendar-day.ts';
import { dayWithoutYear } from './day-without-year.ts';

export interface DateReading {
  today: string;
  /** The day must lie in the past, so that a day without a year is the last such day. */
  past: boolean;
  /** The last day allowed: a day without a year whose next coming is later is the last one. */
  latest?: string;
  /** `1` means today and `2` tomorrow. */
  shortcuts: boolean;
}

/**
 * Reads a keyed date: JJMMAAAA, AAAAMMJJ when only that makes a day, JJMM for the nearest such day.
 *
 * Guarantee: a date that could be read in two ways is read day first, as it was asked.
 */
export function keyedDate(digits: string, reading: DateReading): string | undefined {
  const at = (from: number, to: number) => Number(digits.slice(from, to));
  if (reading.shortcuts && digits === '1') return reading.today;
  if (reading.shortcuts && digits === '2') return addDays(reading.today, 1);
  if (!/^\d+$/.test(digits)) return undefined;
  if (digits.length === 8)
    return calendarDay(at(4, 8), at(2, 4), at(0, 2)) ?? calendarDay(at(0, 4), at(4, 6), at(6, 8));
  return digits.length === 4 ? dayWithoutYear(at(2, 4), at(0, 2), reading) : undefined;
}
