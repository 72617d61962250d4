import type { Language } from '@guichet/kernel';
import { addDays, addMonths, calendarDay, nearestSuchDay, weekdayOf } from './calendar-day.ts';
import { dayWithoutYear } from './day-without-year.ts';
import { fillersOf } from './fillers.ts';
import { phrases } from './phrases.ts';
import { meansDay, type SaidDate, saidDate } from './said-date.ts';
import { spokenWords, withoutFillers } from './spoken-words.ts';
import type { SpokenYear } from './spoken-year.ts';

export interface SpokenDateReading {
  today: string;
  /** The day must lie in the past. */
  past: boolean;
  /** The last day allowed. */
  latest?: string;
}

const fillers = {
  fr: fillersOf(
    'fr',
    phrases(`
    a partir du, a partir de, a compter du, a compter de, des le, pour le, pour, en date du, date
    ma date, du, de, au, je suis ne, je suis nee, ne, nee, il est ne, elle est nee, ma naissance
    date de naissance, en, on est, le jour du, je demenage, on demenage, nous demenageons
    j ai demenage, on a demenage, ca s est passe, c etait, c etait le, etait, mois de, de l annee
    l annee, jour, matin, soir, au matin, en soiree, en apres midi, apres midi
  `),
  ),
  en: fillersOf(
    'en',
    phrases(`
    on, on the, the, of, of the, starting, starting on, as of, from, for, dated, date, born
    i was born, i was born on, he was born, she was born, was, it was, we are moving, i am moving
    i m moving, i moved, we moved, it happened, morning, evening, afternoon, in the morning, year
  `),
  ),
};

/** The oldest people there are. Unit: years. */
const ageMax = 110;

/**
 * Reads a plainly spoken date; undefined rather than a guess. Every spoken date is read back before it counts.
 *
 * Guarantee: every word counts, so that "avant le 3 mars" or "pas le 3 mars" is no date; two readings are none: "vendredi
 *   prochain" on a Monday, "03/04/2027", "dans quinze jours", a year of two digits that may be of two centuries.
 */
export function spokenDate(text: string, language: Language, reading: SpokenDateReading): string | undefined {
  const written = writtenDate(text);
  if (written !== undefined) return written.date;
  const said = saidDate(
    withoutFillers(spokenWords(text), fillers[language], (phrase) => meansDay(phrase, language)),
    language,
  );
  return said === undefined ? undefined : dateOf(said, reading);
}

/** A date all in figures: the year first, or a day that can be no month before or after it. */
function writtenDate(text: string): { date: string | undefined } | undefined {
  const plain = text
    .trim()
    .replace(/^(?:le|the|on)\s/i, '')
    .replace(/\.$/, '');
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(plain);
  if (iso) return { date: calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) };
  const other = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(plain);
  if (!other) return undefined;
  const [first, second, year] = [Number(other[1]), Number(other[2]), Number(other[3])];
  const dates = new Set([calendarDay(year, second, first), calendarDay(year, first, second)]);
  dates.delete(undefined);
  const [date] = dates;
  return { date: dates.size === 1 ? date : undefined };
}

function dateOf(said: SaidDate, reading: SpokenDateReading): string | undefined {
  const { day, month, weekday, days, months, ofMonth, ofWeek, which } = said;
  const parts = Object.keys(said).length;
  if (days !== undefined) {
    const date = addDays(reading.today, days);
    return weekday === undefined ? alone(parts, date) : onWeekday(date, weekday, parts === 2);
  }
  if (months !== undefined) return alone(parts, addMonths(reading.today, months));
  if (day === undefined) {
    if (weekday === undefined || month !== undefined || said.year !== undefined) return undefined;
    if (parts > 2 || (parts === 2 && which === undefined && ofWeek === undefined)) return undefined;
    return ofWeek === undefined
      ? weekdayDate(weekday, which, reading)
      : weekdayInWeek(weekday, ofWeek, reading.today);
  }
  if (ofWeek !== undefined || (which === 'this' && weekday === undefined)) return undefined;
  if (month !== undefined) {
    if (ofMonth !== undefined) return undefined;
    const date = dayOfMonth(said, day, month, reading);
    return weekday === undefined ? date : onWeekday(date, weekday, true);
  }
  if (ofMonth === undefined || which !== undefined || said.ofYear !== undefined || said.year !== undefined)
    return undefined;
  const first = addMonths(`${reading.today.slice(0, 7)}-01`, ofMonth) ?? '';
  const date = calendarDay(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day);
  return weekday === undefined ? date : onWeekday(date, weekday, true);
}

function alone(parts: number, date: string | undefined): string | undefined {
  return parts === 1 ? date : undefined;
}

function onWeekday(date: string | undefined, weekday: number, may: boolean): string | undefined {
  return may && date !== undefined && weekdayOf(date) === weekday ? date : undefined;
}

function dayOfMonth(
  { year, ofYear, which }: SaidDate,
  day: number,
  month: number,
  reading: SpokenDateReading,
): string | undefined {
  const { today, latest } = reading;
  if ([year, ofYear, which].filter((part) => part !== undefined).length > 1) return undefined;
  if (year !== undefined) return inYear(year, day, month, reading);
  if (ofYear !== undefined) return calendarDay(Number(today.slice(0, 4)) + ofYear, month, day);
  if (which === 'next') return nearestSuchDay(addDays(today, 1), month, day, false);
  if (which === 'last') return nearestSuchDay(addDays(today, -1), month, day, true);
  const date = dayWithoutYear(month, day, reading);
  return latest !== undefined && date !== undefined && date > latest ? undefined : date;
}

/** Two digits of a year are enough where the day must lie in the past and only one century has it within a life. */
function inYear(
  said: SpokenYear,
  day: number,
  month: number,
  { today, past, latest }: SpokenDateReading,
): string | undefined {
  if ('year' in said) return calendarDay(said.year, month, day);
  if (!past) return undefined;
  const last = latest !== undefined && latest < today ? latest : today;
  const oldest = `${Number(today.slice(0, 4)) - ageMax}${today.slice(4)}`;
  const dates = [1800, 1900, 2000]
    .map((century) => calendarDay(century + said.lastDigits, month, day))
    .filter((date) => date !== undefined && date <= last && date > oldest);
  return dates.length === 1 ? dates[0] : undefined;
}

/** A day of the week alone is the next one, or the last one where it must be past; never today, which would be said. */
function weekdayDate(
  weekday: number,
  which: SaidDate['which'],
  { today, past }: SpokenDateReading,
): string | undefined {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (which === 'last') return addDays(today, ahead - 7);
  if (which === 'next') {
    const coming = addDays(today, ahead === 0 ? 7 : ahead);
    return coming === weekdayInWeek(weekday, 1, today) ? coming : undefined;
  }
  if (ahead === 0) return undefined;
  return addDays(today, past && which === undefined ? ahead - 7 : ahead);
}

/** Weeks start on Sunday for some and on Monday for others, so that a Sunday is of no sure week. */
function weekdayInWeek(weekday: number, weeks: -1 | 0 | 1, today: string): string | undefined {
  if (weekday === 7 || weekdayOf(today) === 7) return undefined;
  return addDays(today, weekday - weekdayOf(today) + 7 * weeks);
}
