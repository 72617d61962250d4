import { isoDay } from './calendar-day.ts';
import { monthNumber } from './month-names.ts';
import { isRecord } from './parsed.ts';

const isoForm = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/;
const dayFirst = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const dayName =
  '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?';
const named = new RegExp(
  `^(?:le )?${dayName}(\\d{1,2})(?:er|st|nd|rd|th)?[ -](?:of )?(\\p{L}+\\.?),?[ -](\\d{4})$`,
  'iu',
);
const monthFirst = new RegExp(`^${dayName}(\\p{L}+\\.?) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'iu');

export type DateRead = { iso: string } | { missing: 'day' | 'month' | 'year' } | undefined;

const found = (year: unknown, month: number | undefined, day: unknown): DateRead => {
  const iso = month === undefined ? undefined : isoDay(Number(year), month, Number(day));
  return iso === undefined ? undefined : { iso };
};

/**
 * Reads a day as people write it: ISO, `JJ/MM/AAAA`, `12 mars 2026`, `March 12, 2026`, or a form's day, month and year.
 *
 * Guarantee: never guesses: figures alone are read day first or year first, and the day must exist.
 */
export function readDate(raw: unknown): DateRead {
  if (isRecord(raw)) return readParts(raw);
  if (typeof raw !== 'string' || raw.length > 60) return undefined;
  const text = raw.replace(/\s+/g, ' ').trim().normalize('NFC');
  const iso = isoForm.exec(text);
  if (iso) return found(iso[1], Number(iso[3]), iso[4]);
  const figures = dayFirst.exec(text);
  if (figures) return found(figures[4], Number(figures[3]), figures[1]);
  const words = named.exec(text);
  if (words) return found(words[3], monthNumber(words[2] ?? ''), words[1]);
  const american = monthFirst.exec(text);
  if (american) return found(american[3], monthNumber(american[1] ?? ''), american[2]);
  return undefined;
}

function readParts(raw: Record<string, unknown>): DateRead {
  if (Object.keys(raw).some((name) => name !== 'day' && name !== 'month' && name !== 'year'))
    return undefined;
  const part = (name: 'day' | 'month' | 'year'): string => {
    const value = raw[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const day = part('day');
  const month = part('month');
  const year = part('year');
  for (const [missing, value] of [
    ['day', day],
    ['month', month],
    ['year', year],
  ] as const) {
    if (value === '') return { missing };
  }
  if (!/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return undefined;
  return found(year, /^\d{1,2}$/.test(month) ? Number(month) : monthNumber(month), day);
}
