import type { Language } from '@guichet/kernel';
import { cardinalsAt } from './cardinal.ts';
import { fillersOf } from './fillers.ts';
import { numbersAt } from './number-at.ts';
import { phrases } from './phrases.ts';
import { type SpokenWord, spokenWords, withoutFillers, wordsText } from './spoken-words.ts';

const fillers = {
  fr: fillersOf(
    'fr',
    phrases(`
    environ, a peu pres, ca coute, ca a coute, ca m a coute, j ai paye, on a paye, le montant est de
    montant, de, un montant de, au total, en tout, total, exactement, pile, juste, canadiens, canadien, j en veux
    pour
  `),
  ),
  en: fillersOf(
    'en',
    phrases(`
    about, around, it cost, it costs, i paid, we paid, the amount is, amount, in total, in all
    total, exactly, even, just, canadian, for, of
  `),
  ),
};
const dollars = {
  fr: new Set(['dollar', 'dollars', 'piasse', 'piasses', 'piastre', 'piastres', '$']),
  en: new Set(['dollar', 'dollars', 'buck', 'bucks', '$']),
};
const cents = {
  fr: new Set(['cent', 'cents', 'sou', 'sous', 'cenne', 'cennes', '¢']),
  en: new Set(['cent', 'cents', '¢']),
};
const and = { fr: 'et', en: 'and' };

/**
 * Reads a spoken amount in cents: `douze dollars et cinquante`, `12,50 $`, `cent piasses`, `vingt-cinq cennes`.
 *
 * Guarantee: undefined when it may be two amounts: `deux cents` is 200 dollars or 2 cents, `twelve fifty` 12.50 or 1,250,
 *   and `trente sous` is what a quarter is called in Québec.
 */
export function spokenMoney(text: string, language: Language): number | undefined {
  const words = withoutFillers(spokenWords(text), fillers[language]).slice(0, 24);
  if (wordsText(words).endsWith('trente sous')) return undefined;
  const said = words[0]?.word === '$' ? [...words.slice(1), sign] : words;
  const read = new Set([...amounts(said, language), ...fewCents(said, 0, language)]);
  const [only] = read;
  return read.size === 1 ? only : undefined;
}

const sign: SpokenWord = { word: '$', joined: false, apart: false };

/** Dollars, alone or with what comes after them. */
function amounts(words: readonly SpokenWord[], language: Language): number[] {
  return numbersAt(words, 0, language).flatMap(({ whole, fraction, length }): number[] => {
    if (fraction.length > 2) return [];
    const named = dollars[language].has(words[length]?.word ?? '');
    const base = whole * 100 + Number(fraction.padEnd(2, '0'));
    const from = named ? length + 1 : length;
    if (from === words.length) return [base];
    if (fraction !== '') return [];
    const isAnd = words[from]?.word === and[language];
    const part = wordsText(words, from);
    if (named && /^(et|and a) (demi|demie|half)$/.test(part)) return [base + 50];
    if (named && /^(et|and a) (quart|quarter)$/.test(part)) return [base + 25];
    const after = isAnd ? from + 1 : from;
    const small = fewCents(words, after, language).filter((value) => value < 100);
    if (named && small.length > 0) return small.map((value) => base + value);
    // "Douze et cinquante" can only be an amount; "douze cinquante" may be a number said in two parts.
    if (!named && !isAnd) return [];
    return cardinalsAt(words, after, language)
      .filter(({ value, length: said }) => value >= 10 && value < 100 && after + said === words.length)
      .map(({ value }) => base + value);
  });
}

/** Cents alone, said with their name. */
function fewCents(words: readonly SpokenWord[], at: number, language: Language): number[] {
  return cardinalsAt(words, at, language)
    .filter(
      ({ length }) => at + length + 1 === words.length && cents[language].has(words[at + length]?.word ?? ''),
    )
    .map(({ value }) => value)
    .filter((value) => value > 0 && value < 100);
}

/** Words the recogniser should expect for an amount. */
export const moneyHints = {
  fr: ['$OOV_CLASS_MONEY', 'dollars', 'piastres', 'cents', 'cent dollars', 'mille dollars'],
  en: ['$OOV_CLASS_MONEY', 'dollars', 'cents', 'a hundred dollars', 'a thousand dollars'],
} as const;
