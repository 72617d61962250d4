import type { Language } from '@guichet/kernel';

/** Says an ISO date with its weekday: `mercredi 1er juillet 2026`, `Wednesday, July 1, 2026`. */
export function sayDate(date: string, language: Language): string {
  const said = new Intl.DateTimeFormat(language === 'fr' ? 'fr-CA' : 'en-CA', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));
  return language === 'fr' ? said.replace(/ 1 /, ' 1er ') : said;
}
