/** Gives the ISO date of a day, month and year, or undefined when there is no such day. Years 1800 to 2100: archives go far back. */
export function calendarDay(year: number, month: number, day: number): string | undefined {
  if (year < 1800 || year > 2100) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Moves an ISO date by days. */
export function addDays(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Moves an ISO date by months; undefined when that month has no such day. */
export function addMonths(date: string, months: number): string | undefined {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const moved = year * 12 + (month - 1) + months;
  return calendarDay(Math.floor(moved / 12), (moved % 12) + 1, day);
}

/** Gives the day of the week of an ISO date, Monday 1 to Sunday 7. Source: ISO 8601 */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * Gives the nearest such day of a month: the next one from today, or the last one when the day must lie in the past.
 *
 * Guarantee: 29 February waits for a leap year.
 */
export function nearestSuchDay(today: string, month: number, day: number, past: boolean): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  for (let distance = 0; distance <= 8; distance += 1) {
    const date = calendarDay(past ? thisYear - distance : thisYear + distance, month, day);
    if (date !== undefined && (past ? date <= today : date >= today)) return date;
  }
  return undefined;
}
