import { monthNumber } from '@guichet/catalogue';
import { type FoundLine, foundIn } from './found-line.ts';
import type { LetterSuggestions } from './letter-suggestions.ts';

type FoundDate = LetterSuggestions['dates'][number];

/** `12 novembre 2026`, `1er octobre 2026`, `12 NOV 2026`. */
const dayFirst = /\b(\d{1,2})(?:er|st|nd|rd|th)?[\s.-]+(\p{L}{3,9})\.?,?[\s.-]+((?:19|20)\d{2})\b/gu;
/** `October 26, 2026`. */
const monthFirst = /(?<!\p{L})(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})\b/gu;
/** `2026-11-12`, `2026 11 12`, `20261112` as a cancelling machine stamps. */
const yearFirst = /\b((?:19|20)\d{2})[-./ ]?(0[1-9]|1[0-2])[-./ ]?(0[1-9]|[12]\d|3[01])\b/g;
/** `26/10/2026`: only where the first part can be no month, or both are one. */
const slashed = /\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})\b/g;

const stamped = /canada\s*post|postes\s*canada|oblit/i;
/** An envelope carries an address and a stamp, a letter says more. */
const envelopeWordsMax = 45;
/** A letter is dated at its head or its foot; a day named in its middle is of something else. Unit: lines. */
const headLines = 14;

/**
 * Finds the days on which a letter was written or stamped: French and English, in full, shortened or in figures.
 *
 * Guarantee: a day that is none, or still to come, is not given; `04/05/2026` could be two days and is not given.
 * Unit:      today is ISO, in the desk's time zone
 */
export function findDates(lines: readonly FoundLine[], today: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const [at, line] of lines.entries()) {
    const isEnvelope = isOnEnvelope(lines, line);
    const beside = lines.slice(Math.max(0, at - 1), at + 2).filter(({ page }) => page === line.page);
    const of =
      isEnvelope && (beside.some(({ text }) => stamped.test(text)) || isStampLike(line.text))
        ? 'postmark'
        : 'letter';
    const place = lines.filter(({ page }) => page === line.page).indexOf(line);
    if (of === 'letter' && !isDateLine(line.text) && place > headLines) continue;
    for (const { on, from, to } of daysIn(line.text))
      if (on <= today && on > `${Number(today.slice(0, 4)) - 3}`)
        found.push({ ...foundIn(line, on, from, to), of });
  }
  const letters = found.filter((date) => date.of === 'letter');
  // The line that holds a date and little else dates the letter; what its text names comes after.
  const sorted = letters.toSorted((a, b) => Number(isAlone(lines, b)) - Number(isAlone(lines, a)));
  return [...found.filter((date) => date.of === 'postmark'), ...sorted];
}

const isStampLike = (text: string) =>
  /^[\s\W]*\d{4}[-. ]?\d{2}[-. ]?\d{2}/.test(text) || text === text.toUpperCase();
const isDateLine = (text: string) => text.length < 45;

function isAlone(lines: readonly FoundLine[], date: FoundDate): boolean {
  return lines.some(
    ({ page, words, text }) =>
      page === date.spot.page &&
      isDateLine(text) &&
      words.some((word) => word.y === date.spot.y && word.x === date.spot.x),
  );
}

function isOnEnvelope(lines: readonly FoundLine[], { page }: FoundLine): boolean {
  const words = lines.filter((line) => line.page === page).reduce((sum, line) => sum + line.words.length, 0);
  return words <= envelopeWordsMax;
}

function daysIn(text: string): { on: string; from: number; to: number }[] {
  const days: { on: string; from: number; to: number }[] = [];
  const take = (match: RegExpMatchArray, year: string, month: number | undefined, day: string) => {
    const on = month === undefined ? undefined : dayOf(Number(year), month, Number(day));
    const from = match.index ?? 0;
    if (on !== undefined) days.push({ on, from, to: from + match[0].length });
  };
  for (const match of text.matchAll(dayFirst))
    take(match, match[3] ?? '', monthNumber(match[2] ?? ''), match[1] ?? '');
  for (const match of text.matchAll(monthFirst))
    take(match, match[3] ?? '', monthNumber(match[1] ?? ''), match[2] ?? '');
  for (const match of text.matchAll(yearFirst)) take(match, match[1] ?? '', Number(match[2]), match[3] ?? '');
  for (const match of text.matchAll(slashed)) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 || first === second) take(match, match[3] ?? '', second, match[1] ?? '');
    else if (second > 12) take(match, match[3] ?? '', first, match[2] ?? '');
  }
  return days;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}
