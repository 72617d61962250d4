import { nearestSuchDay } from './calendar-day.ts';

/** Gives the nearest such day from today, or the last one where the next would come too late. */
export function dayWithoutYear(
  month: number,
  day: number,
  { today, past, latest }: { today: string; past: boolean; latest?: string },
): string | undefined {
  const date = nearestSuchDay(today, month, day, past);
  const tooLate = date !== undefined && latest !== undefined && date > latest;
  return tooLate ? nearestSuchDay(today, month, day, true) : date;
}
