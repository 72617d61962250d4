import type { Language } from '@guichet/kernel';
import { fillersOf } from './fillers.ts';
import { numbersAt } from './number-at.ts';
import { phrases } from './phrases.ts';
import { plainWords } from './plain-words.ts';
import { spokenWords, withoutFillers, wordsText } from './spoken-words.ts';

const fillers = {
  fr: fillersOf(
    'fr',
    phrases(`
    environ, il y a, il y en a, y en a, j en ai, j ai, on a, on en a, nous avons, nous sommes
    nous serons, on est, on sera, on va etre, je suis, juste, seulement, seul, seule, en tout
    au total, a peu pres, de, d, des, du, en, a, nombre, chiffre, total, exactement, il en faut
    il m en faut
  `),
  ),
  en: fillersOf(
    'en',
    phrases(`
    about, around, there are, there is, i have, we have, we are, there will be, we will be, just
    only, in all, in total, of, number, total, exactly, i need, we need, of them, of us
  `),
  ),
};
const none = { fr: new Set(['aucun', 'aucune', 'zero']), en: new Set(['none', 'zero', 'no', 'nil']) };

/** What may be said around a number. */
export interface NumberReading {
  /** Digits after the decimal mark at most. */
  decimals: number;
  /** The question's own words and its unit: said with the number they change nothing. */
  about: readonly string[];
}

/**
 * Reads a spoken count or measure; undefined when two numbers were said, or words that may change it: `plus de`, `pas`, `ou`.
 *
 * Source: no library fits: those for French find numbers anywhere in a text, and sum or drop what they do not know.
 */
export function spokenNumber(
  text: string,
  language: Language,
  { decimals, about }: NumberReading,
): number | undefined {
  const known = new Set(
    about.flatMap((phrase) => plainWords(phrase).split(' ')).filter((word) => !changing.has(word)),
  );
  const words = withoutFillers(spokenWords(text), fillers[language]);
  let found: { whole: number; fraction: string } | undefined;
  for (let at = 0; at < words.length; ) {
    const [number] = numbersAt(words, at, language);
    const word = words[at]?.word ?? '';
    if (number !== undefined) {
      if (found !== undefined) return undefined;
      found = number;
      at += number.length;
    } else if (none[language].has(word)) {
      if (found !== undefined) return undefined;
      found = { whole: 0, fraction: '' };
      at += 1;
    } else if (known.has(word)) at += 1;
    else return undefined;
  }
  if (found === undefined || found.fraction.length > decimals || wordsText(words) === '') return undefined;
  return Number(`${found.whole}.${found.fraction || '0'}`);
}

/** Words of a question that would change a number said with them. */
const changing = new Set([
  'plus',
  'moins',
  'ou',
  'et',
  'pas',
  'more',
  'less',
  'or',
  'and',
  'not',
  'no',
  'than',
  'over',
  'under',
]);

/** Words the recogniser should expect for a number. */
export const numberHints = {
  fr: [
    '$OOV_CLASS_OPERAND',
    'un',
    'deux',
    'trois',
    'dix',
    'vingt',
    'quatre-vingts',
    'cent',
    'mille',
    'et demi',
    'aucun',
  ],
  en: [
    '$OOV_CLASS_OPERAND',
    'one',
    'two',
    'three',
    'ten',
    'twenty',
    'eighty',
    'a hundred',
    'a thousand',
    'and a half',
    'none',
  ],
} as const;
