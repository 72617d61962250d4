import type { Language } from '@guichet/kernel';
import { cardinalsAt } from './cardinal.ts';
import { type SpokenWord, wordsText } from './spoken-words.ts';

/** A number found among words. */
export interface FoundNumber {
  whole: number;
  /** The digits after the decimal mark as they were said; empty when there are none. */
  fraction: string;
  /** Unit: words. */
  length: number;
}

const parts: Record<Language, Record<string, string>> = {
  fr: { 'et demi': '5', 'et demie': '5', 'et quart': '25', 'et un quart': '25', 'et trois quarts': '75' },
  en: { 'and a half': '5', 'and a quarter': '25', 'and three quarters': '75' },
};
const mark = { fr: new Set(['virgule', 'point']), en: new Set(['point']) };

/** All numbers that start at a word, the longest first: in figures (`1 200,5`) or in words (`douze virgule cinq`). */
export function numbersAt(words: readonly SpokenWord[], at: number, language: Language): FoundNumber[] {
  const figures = figuresAt(words, at, language);
  const cardinals = cardinalsAt(words, at, language).map(
    ({ value, length }): FoundNumber => ({ whole: value, fraction: '', length }),
  );
  const plain =
    figures === undefined
      ? cardinals
      : [figures, ...cardinals.filter(({ length }) => length > figures.length)];
  const found = plain.flatMap((number) => [...withPart(words, at, number, language), number]);
  return found.toSorted((a, b) => b.length - a.length);
}

/** Figures in groups of three are one number; what could be a decimal or a thousand is none. */
function figuresAt(words: readonly SpokenWord[], at: number, language: Language): FoundNumber | undefined {
  const first = words[at]?.word ?? '';
  if (!/^\d/.test(first)) return undefined;
  let text = first;
  let length = 1;
  if (/^[1-9]\d{0,2}$/.test(first)) {
    for (
      let next = words[at + 1];
      next !== undefined && !next.apart && !next.joined;
      next = words[at + length]
    ) {
      if (!/^\d{3}(?:[.,]\d{1,2})?$/.test(next.word) || !/^\d+$/.test(text)) break;
      text += next.word;
      length += 1;
    }
  }
  const plain =
    language === 'en' && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const [, whole = '', decimals = ''] =
    /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(plain) ??
    (language === 'en' ? /^(\d{1,12})\.(\d+)$/.exec(plain) : /^(0),(\d+)$/.exec(plain)) ??
    [];
  if (whole === '' || (/^0\d/.test(whole) && decimals === '')) return undefined;
  return { whole: Number(whole), fraction: decimals, length };
}

function withPart(
  words: readonly SpokenWord[],
  at: number,
  number: FoundNumber,
  language: Language,
): FoundNumber[] {
  if (number.fraction !== '') return [];
  const from = at + number.length;
  for (const [said, fraction] of Object.entries(parts[language])) {
    const length = said.split(' ').length;
    if (wordsText(words, from, from + length) === said)
      return [{ ...number, fraction, length: number.length + length }];
  }
  if (!mark[language].has(words[from]?.word ?? '')) return [];
  let fraction = '';
  let end = from + 1;
  for (;;) {
    const [next] = cardinalsAt(words, end, language);
    if (next === undefined || next.value > 99) break;
    fraction += String(next.value);
    end += next.length;
  }
  return fraction === '' ? [] : [{ ...number, fraction, length: end - at }];
}
