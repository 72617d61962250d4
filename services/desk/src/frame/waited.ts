import { day, hour, type Language, minute } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Says for how long someone has waited, in the one unit that matters: `3 jours`. */
export function waited(since: Date, now: Date, language: Language): string {
  const { waited } = words(language).work;
  const ms = Math.max(0, now.getTime() - since.getTime());
  if (ms < hour) return waited.minutes(Math.floor(ms / minute));
  if (ms < 2 * day) return waited.hours(Math.floor(ms / hour));
  return waited.days(Math.floor(ms / day));
}
