import type { Language } from '@guichet/kernel';

/** Made once: making one takes longer than a whole turn. */
const formats: Record<Language, Intl.DateTimeFormat> = { fr: formatOf('fr-CA'), en: formatOf('en-CA') };

/** Says an ISO date with its weekday: `mercredi 1er juillet 2026`, `Wednesday, July 1, 2026`. */
export function sayDate(date: string, language: Language): string {
  const said = formats[language].format(new Date(`${date}T12:00:00Z`));
  return language === 'fr' ? said.replace(/ 1 /, ' 1er ') : said;
}

function formatOf(tag: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
