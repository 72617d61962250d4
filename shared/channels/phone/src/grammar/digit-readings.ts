import type { Language } from '@guichet/kernel';
import { cardinalOf, cardinalsAt } from './cardinal.ts';
import type { SpokenWord } from './spoken-words.ts';

/** Longer sayings are no number of anything; more readings than this are no reading. */
const wordsMax = 60;
const readingsMax = 200;

/** What words said in a row can mean as digits. */
export interface DigitReadings {
  /** The fewest digits they can be, which is how numbers are meant: `quatre vingt dix` is 90 before 4 20 10. */
  fewest: number;
  /** The strings of exactly so many digits, each once; undefined when there are too many to tell. */
  ofLength(digits: number): string[] | undefined;
}

/**
 * Reads words as digits; undefined when one is no part of a number.
 *
 * Guarantee: a comma parts, a hyphen holds together what is one number (`dix-huit`).
 */
export function digitReadings(words: readonly SpokenWord[], language: Language): DigitReadings | undefined {
  if (words.length === 0 || words.length > wordsMax) return undefined;
  const held = heldTogether(words, language);
  const parts = words.map((_, at) =>
    partsAt(words, at, language).filter(({ length }) => held[at + length] !== true),
  );
  const fewestFrom = words.map(() => Number.POSITIVE_INFINITY);
  fewestFrom.push(0);
  for (let at = words.length - 1; at >= 0; at -= 1) {
    for (const { digits, length } of parts[at] ?? []) {
      const rest = fewestFrom[at + length] ?? Number.POSITIVE_INFINITY;
      fewestFrom[at] = Math.min(fewestFrom[at] ?? rest, digits.length + rest);
    }
  }
  const fewest = fewestFrom[0] ?? Number.POSITIVE_INFINITY;
  if (!Number.isFinite(fewest)) return undefined;

  const ofLength = (total: number): string[] | undefined => {
    let heads = new Map<number, Set<string>>([[0, new Set([''])]]);
    for (let at = 0; at < words.length; at += 1) {
      const here = heads.get(at);
      heads.delete(at);
      for (const head of here ?? []) {
        for (const { digits, length } of parts[at] ?? []) {
          const read = head + digits;
          if (read.length + (fewestFrom[at + length] ?? 0) > total) continue;
          const known = heads.get(at + length) ?? new Set();
          known.add(read);
          if (known.size > readingsMax) return undefined;
          heads = heads.set(at + length, known);
        }
      }
    }
    return [...(heads.get(words.length) ?? [])].filter((read) => read.length === total);
  };
  return { fewest, ofLength };
}

function partsAt(
  words: readonly SpokenWord[],
  at: number,
  language: Language,
): { digits: string; length: number }[] {
  const word = words[at]?.word ?? '';
  const figures = word.replace(/[.,]/g, '');
  if (/^\d+$/.test(figures)) return [{ digits: figures, length: 1 }];
  if (language === 'en' && (word === 'oh' || word === 'o')) return [{ digits: '0', length: 1 }];
  const times = language === 'en' ? { double: 2, triple: 3 }[word] : undefined;
  if (times !== undefined) {
    const next = words[at + 1];
    if (next === undefined || next.word in { double: 0, triple: 0 }) return [];
    return partsAt(words, at + 1, language)
      .filter(({ digits }) => digits.length === 1)
      .map(({ digits, length }) => ({ digits: digits.repeat(times), length: length + 1 }));
  }
  return cardinalsAt(words, at, language)
    .filter(({ length }) => words.slice(at, at + length).every(({ word: part }) => !/\d/.test(part)))
    .map(({ value, length }) => ({ digits: String(value), length }));
}

/** For each word whether a hyphen keeps it with the one before it. */
function heldTogether(words: readonly SpokenWord[], language: Language): boolean[] {
  const held = words.map(() => false);
  for (let at = 0; at < words.length; ) {
    let end = at + 1;
    while (words[end]?.joined === true) end += 1;
    const run = words.slice(at, end).map(({ word }) => word);
    if (run.length > 1 && run.length <= 13 && cardinalOf(run, language) !== undefined)
      held.fill(true, at + 1, end);
    at = end;
  }
  return held;
}
