import type { Language } from '@guichet/kernel';
import { cardinalOf, cardinalsAt } from './cardinal.ts';
import type { SpokenWord } from './spoken-words.ts';

/** Longer sayings are no number of anything; more readings than this are no reading. */
const wordsMax = 60;
const readingsMax = 64;

/**
 * Gives the strings of digits that words said in a row can mean, by their length: `quatre vingt dix` is 90, 4 20 10…
 * Undefined when a word is no part of a number.
 *
 * Guarantee: a comma parts, a hyphen holds together what is one number (`dix-huit`); at most `digitsMax` digits.
 */
export function digitReadings(
  words: readonly SpokenWord[],
  language: Language,
  digitsMax: number,
): ReadonlyMap<number, readonly string[]> | undefined {
  if (words.length === 0 || words.length > wordsMax) return undefined;
  const held = heldTogether(words, language);
  const from: Map<number, string[]>[] = words.map(() => new Map());
  from.push(new Map([[0, ['']]]));
  for (let at = words.length - 1; at >= 0; at -= 1) {
    for (const { digits, length } of partsAt(words, at, language)) {
      if (held[at + length] === true) continue;
      for (const [count, tails] of from[at + length] ?? []) {
        if (count + digits.length > digitsMax) continue;
        const known = from[at]?.get(count + digits.length) ?? [];
        for (const tail of tails) known.push(digits + tail);
        if (known.length > readingsMax) return undefined;
        from[at]?.set(count + digits.length, known);
      }
    }
    if (from[at]?.size === 0) return undefined;
  }
  return from[0];
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
    return partsAt(words, at + 1, language)
      .filter(({ digits }) => digits.length === 1)
      .map(({ digits, length }) => ({ digits: digits.repeat(times), length: length + 1 }));
  }
  return cardinalsAt(words, at, language)
    .filter(
      ({ value, length }) =>
        value < 10_000 && words.slice(at, at + length).every(({ word: part }) => !/\d/.test(part)),
    )
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
