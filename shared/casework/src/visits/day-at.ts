import { dateFormat } from '@guichet/kernel';

/**
 * Gives the calendar day of an instant on the clock of a place, ISO.
 *
 * Guarantee: an evening is of the day that people at the place live, whatever day it is in UTC.
 */
export function dayAt(timeZone: string, at: Date): string {
  return dateFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
