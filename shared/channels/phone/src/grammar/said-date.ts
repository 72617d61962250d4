import type { Language } from '@guichet/kernel';
import { cardinalsAt } from './cardinal.ts';
import { type DateFact, dateFact, ordinalDay } from './date-words.ts';
import { type SpokenWord, wordsText } from './spoken-words.ts';
import { type SpokenYear, spokenYear } from './spoken-year.ts';

/** What was said of a day, each part once. */
export interface SaidDate {
  day?: number;
  month?: number;
  weekday?: number;
  year?: SpokenYear;
  days?: number;
  months?: number;
  ofMonth?: -1 | 0 | 1;
  ofYear?: -1 | 0 | 1;
  ofWeek?: -1 | 0 | 1;
  which?: 'next' | 'last' | 'this';
}

/** Takes the words of a date apart; undefined when one is no part of it or a part is said twice. */
export function saidDate(words: readonly SpokenWord[], language: Language): SaidDate | undefined {
  const said: SaidDate = {};
  for (let at = 0; at < words.length; ) {
    const found =
      shiftAt(words, at, language) ?? factAt(words, at, language) ?? numberAt(words, at, said, language);
    if (found === undefined) return undefined;
    for (const [part, value] of Object.entries(found.parts)) {
      if (part in said) return undefined;
      Object.assign(said, { [part]: value });
    }
    at += found.length;
  }
  return said;
}

/** Whether a phrase tells something of a day, though words in it tell nothing by themselves: `de la semaine prochaine`. */
export function meansDay(phrase: string, language: Language): boolean {
  return (
    dateFact(phrase, language) !== undefined ||
    shiftWords[language].some(([lead]) => lead !== '' && lead === phrase)
  );
}

/** What says that a span of time is ahead, 1, or behind, -1; in English the latter comes last. */
const shiftWords: Record<Language, readonly (readonly [lead: string, sign: 1 | -1])[]> = {
  fr: [
    ['dans', 1],
    ['d ici', 1],
    ['il y a', -1],
    ['ca fait', -1],
  ],
  en: [
    ['in', 1],
    ['', -1],
  ],
};

interface Found {
  parts: SaidDate;
  length: number;
}

function factAt(words: readonly SpokenWord[], at: number, language: Language): Found | undefined {
  for (let length = Math.min(5, words.length - at); length > 0; length -= 1) {
    const fact = dateFact(wordsText(words, at, at + length), language);
    if (fact !== undefined) return { parts: partsOf(fact), length };
  }
  return undefined;
}

function partsOf(fact: DateFact): SaidDate {
  switch (fact.kind) {
    case 'month':
      return { month: fact.month };
    case 'weekday':
      return { weekday: fact.weekday };
    case 'days':
      return { days: fact.days };
    case 'of-month':
      return { ofMonth: fact.shift };
    case 'of-year':
      return { ofYear: fact.shift };
    case 'of-week':
      return { ofWeek: fact.shift };
    case 'which':
      return { which: fact.which };
  }
}

const units: Readonly<Record<string, (count: number) => SaidDate>> = {
  jour: inDays(1),
  jours: inDays(1),
  day: inDays(1),
  days: inDays(1),
  semaine: inDays(7),
  semaines: inDays(7),
  week: inDays(7),
  weeks: inDays(7),
  mois: inMonths(1),
  month: inMonths(1),
  months: inMonths(1),
  an: inMonths(12),
  ans: inMonths(12),
  year: inMonths(12),
  years: inMonths(12),
};

/** `dans deux semaines`, `il y a trois jours`, `in a week`, `two days ago`. "Huit jours" and "quinze jours" are a week and two. */
function shiftAt(words: readonly SpokenWord[], at: number, language: Language): Found | undefined {
  for (const [phrase, sign] of shiftWords[language]) {
    const lead = phrase === '' ? 0 : phrase.split(' ').length;
    if (lead > 0 && wordsText(words, at, at + lead) !== phrase) continue;
    const from = at + lead;
    const one = language === 'en' && words[from]?.word === 'a' ? { value: 1, length: 1 } : undefined;
    const count = one ?? cardinalsAt(words, from, language)[0];
    if (count === undefined || count.value > 400) continue;
    const unit = words[from + count.length]?.word ?? '';
    const shift = units[unit];
    const ago = language === 'en' && sign < 0;
    if (shift === undefined || (ago && words[from + count.length + 1]?.word !== 'ago')) continue;
    if (language === 'fr' && unit === 'jours' && (count.value === 8 || count.value === 15)) return undefined;
    return { parts: shift(sign * count.value), length: lead + count.length + 1 + (ago ? 1 : 0) };
  }
  return undefined;
}

function inDays(each: number): (count: number) => SaidDate {
  return (count) => ({ days: count * each });
}

function inMonths(each: number): (count: number) => SaidDate {
  return (count) => ({ months: count * each });
}

/** A number is the day until one is known; in words that are one number only the whole is taken. */
function numberAt(
  words: readonly SpokenWord[],
  at: number,
  said: SaidDate,
  language: Language,
): Found | undefined {
  if (said.day === undefined) {
    for (let length = Math.min(2, words.length - at); length > 0; length -= 1) {
      const day = ordinalDay(wordsText(words, at, at + length), language);
      if (day !== undefined) return { parts: { day }, length };
    }
    const days = cardinalsAt(words, at, language).filter(({ value }) => value >= 1 && value <= 31);
    const [longest] = cardinalsAt(words, at, language);
    const low = /^0[1-9]$/.test(words[at]?.word ?? '')
      ? { value: Number(words[at]?.word), length: 1 }
      : undefined;
    // "Vingt-deux cents" is no 22nd: what goes on is another number, unless a year may follow, as in English.
    const day =
      low ?? (said.month === undefined ? days.find(({ length }) => length === longest?.length) : undefined);
    if (day !== undefined) return { parts: { day: day.value }, length: day.length };
    return dayThenYear(words, at, days, language);
  }
  if (said.year !== undefined || said.month === undefined) return undefined;
  for (let end = Math.min(words.length, at + 8); end > at; end -= 1) {
    const year = spokenYear(
      words.slice(at, end).map(({ word }) => word),
      language,
    );
    if (year !== undefined) return { parts: { year }, length: end - at };
  }
  return undefined;
}

/** After the month: `July first`, `July 1 2027`, `july twenty twenty twenty-seven`. Guarantee: one way of cutting only. */
function dayThenYear(
  words: readonly SpokenWord[],
  at: number,
  days: readonly { value: number; length: number }[],
  language: Language,
): Found | undefined {
  const rest = words.slice(at).map(({ word }) => word);
  const whole = days.find(({ length }) => length === rest.length);
  if (whole !== undefined) return { parts: { day: whole.value }, length: whole.length };
  const cuts = days.flatMap(({ value, length }): Found[] => {
    const year = spokenYear(rest.slice(length), language);
    return year === undefined || 'lastDigits' in year
      ? []
      : [{ parts: { day: value, year }, length: rest.length }];
  });
  if (cuts.length > 0) return cuts.length === 1 ? cuts[0] : undefined;
  const [longest] = days;
  return longest === undefined ? undefined : { parts: { day: longest.value }, length: longest.length };
}
