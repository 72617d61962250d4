import type { Language } from '@guichet/kernel';
import { monthNames } from '../parse/month-names.ts';

/** A space that no line break may take: thin enough for figures in every font we use. */
export const nbsp = '\u00a0';

/** Quotes a label as each language does. */
export const quoted = (text: string, language: Language): string =>
  language === 'fr' ? `«${nbsp}${text}${nbsp}»` : `“${text}”`;

/** Writes an ISO day: `12 mars 2026`, `1er mars 2026`, `March 12, 2026`. */
export function writeDate(iso: string, language: Language): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = monthNames[language][Number(month) - 1] ?? month;
  if (language === 'en') return `${name} ${Number(day)}, ${year}`;
  return `${Number(day) === 1 ? '1er' : Number(day)} ${name} ${year}`;
}

const grouped = (whole: string, language: Language): string =>
  whole.replace(/\B(?=(?:\d{3})+$)/g, language === 'fr' ? nbsp : ',');

const figures = (plain: string, language: Language, groupFrom: number): string => {
  const [whole = '', fraction] = plain.split('.');
  const mark = language === 'fr' ? ',' : '.';
  return `${whole.length < groupFrom ? whole : grouped(whole, language)}${fraction === undefined ? '' : mark + fraction}`;
};

/** Writes a number with the decimal mark of the language: `12 345,5`, `12,345.5`; four figures stay together, as in a year. */
export function writeNumber(value: number, language: Language): string {
  return `${value < 0 ? '-' : ''}${figures(String(Math.abs(value)), language, 5)}`;
}

/** Writes an amount. Unit: whole cents. `1 234,50 $`, `$1,234.50`. */
export function writeMoney(cents: number, language: Language): string {
  const amount = figures((Math.abs(cents) / 100).toFixed(2), language, 4);
  const sign = cents < 0 ? '-' : '';
  return language === 'fr' ? `${sign}${amount}${nbsp}$` : `${sign}$${amount}`;
}

/** Writes a telephone number kept as E.164: `418 555-1234`, which no line end breaks; abroad, as is. */
export function writePhone(e164: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return parts ? `${parts[1]}${nbsp}${parts[2]}\u2011${parts[3]}` : e164;
}

/** Writes a time of day kept as `HH:MM`: `9 h`, `13 h 30`, `9:00 a.m.`, `1:30 p.m.`. */
export function writeTime(time: string, language: Language): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = String(minute).padStart(2, '0');
  if (language === 'fr') return minute === 0 ? `${hour}${nbsp}h` : `${hour}${nbsp}h${nbsp}${minutes}`;
  return `${((hour + 11) % 12) + 1}:${minutes}${nbsp}${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

/** Joins items as a sentence does: `a, b et c`. */
export function writeList(items: readonly string[], language: Language, word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const join = { fr: { and: 'et', or: 'ou' }, en: { and: 'and', or: 'or' } }[language][word];
  return `${items.slice(0, -1).join(', ')} ${join} ${last}`;
}
