/** Gives the day so many years, or parts of a year, after another. Whole years; 29 February ends on 1 March, a day later rather than earlier. */
export function yearsAfter(day: string, years: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() + Math.floor(years), at.getUTCMonth() + Math.round((years % 1) * 12));
  return at.toISOString().slice(0, 10);
}
