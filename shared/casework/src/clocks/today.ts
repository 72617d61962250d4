import { deskTimeZone } from '@guichet/kernel';

const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: deskTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
let last: { hour: number; day: string } | undefined;

/** Gives the desk's calendar day of an instant, ISO. Days change on the hour, so one hour is formatted once. */
export function todayOf(at: Date): string {
  const hour = Math.floor(at.getTime() / 3_600_000);
  if (last?.hour !== hour) last = { hour, day: format.format(at) };
  return last.day;
}
