import { dateFormat, deskTimeZone, type Language } from '@guichet/kernel';

const locale = { fr: 'fr-CA', en: 'en-CA' } as const;

/** Writes a day as people read it: `23 novembre 2026`. Takes an ISO date or an instant. */
export function formatDay(day: string | Date, language: Language): string {
  // An ISO date has no time zone: noon UTC is that same day in ours.
  const at = typeof day === 'string' && day.length === 10 ? new Date(`${day}T12:00:00Z`) : new Date(day);
  const text = dateFormat(locale[language], {
    dateStyle: 'long',
    timeZone: deskTimeZone,
  }).format(at);
  // French says the first of a month, and counts the other days.
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** Writes an instant as people read it, in the desk's time zone: `23 novembre 2026, 14 h 05`. */
export function formatInstant(at: Date, language: Language): string {
  const time = dateFormat(locale[language], {
    timeStyle: 'short',
    timeZone: deskTimeZone,
  }).format(at);
  return `${formatDay(at, language)}, ${time}`;
}
