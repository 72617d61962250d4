import { foldWord } from '@guichet/kernel';
import type { PageSpot, ReadLine } from '../letter-reading.ts';

/** Where the words asked for stand on a page, and the first line that holds one. */
export interface PageMatch {
  spots: Omit<PageSpot, 'page'>[];
  excerpt: string;
}

/** Unit: words. */
const wantedMax = 8;
/** From this length a word is found by its beginning: `érable` finds `érables`. */
const beginsFrom = 4;

/** Splits what a person typed into the words to find, accents and case folded; no more than eight. */
export function wordsToFind(typed: string): string[] {
  return [...new Set(foldedWords(typed))].filter((word) => word.length > 1).slice(0, wantedMax);
}

/** Finds words on a page; undefined unless all of them stand on it. */
export function matchPage(lines: readonly ReadLine[], wanted: readonly string[]): PageMatch | undefined {
  if (wanted.length === 0) return undefined;
  const missing = new Set(wanted);
  const spots: PageMatch['spots'] = [];
  let excerpt: string | undefined;
  for (const line of lines) {
    for (const word of line.words) {
      const said = foldedWords(word.text);
      const found = wanted.filter((one) =>
        said.some((part) => (one.length < beginsFrom ? part === one : part.startsWith(one))),
      );
      if (found.length === 0) continue;
      for (const one of found) missing.delete(one);
      const { x, y, width, height } = word;
      spots.push({ x, y, width, height });
      excerpt ??= line.words.map(({ text }) => text).join(' ');
    }
  }
  return missing.size > 0 ? undefined : { spots, excerpt: excerpt ?? '' };
}

function foldedWords(text: string): string[] {
  return foldWord(text).match(/[\p{L}\d]+/gu) ?? [];
}
