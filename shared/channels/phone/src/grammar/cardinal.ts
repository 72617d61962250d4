import type { Language } from '@guichet/kernel';
import { below100 } from './cardinal-words.ts';
import type { SpokenWord } from './spoken-words.ts';

/** The longest cardinal below a million has thirteen words: `neuf cent quatre-vingt-dix-neuf mille neuf cent …`. */
const wordsMax = 13;

const hundreds = { fr: new Set(['cent', 'cents']), en: new Set(['hundred']) };
const thousands = { fr: new Set(['mille', 'mil']), en: new Set(['thousand']) };

/**
 * Reads words that are one cardinal from 0 to 999 999 and nothing else; undefined otherwise.
 *
 * Guarantee: strict, so that digits said one after the other are never summed; `12 mille` and `dix-neuf cent` are read.
 */
export function cardinalOf(words: readonly string[], language: Language): number | undefined {
  if (words.length === 1 && (words[0] === 'zero' || words[0] === '0')) return 0;
  const at = words.findIndex((word) => thousands[language].has(word));
  if (at < 0) return below1000(words, language);
  const before = words.slice(0, at);
  const alone = at === 0 ? language === 'fr' : isA(before, language);
  const head = alone ? 1 : below1000(before, language);
  // "Un mille" is no way to say a thousand in French, and 1 500 thousands are none at all.
  if (head === undefined || head >= 1000 || (at > 0 && head === 1 && language === 'fr')) return undefined;
  const tail = rest(words.slice(at + 1), language);
  return tail === undefined || tail >= 1000 ? undefined : head * 1000 + tail;
}

function below1000(words: readonly string[], language: Language): number | undefined {
  const at = words.findIndex((word) => hundreds[language].has(word));
  if (at < 0) return small(words, language);
  const before = words.slice(0, at);
  const alone = before.length === 0 ? language === 'fr' : isA(before, language);
  const head = alone ? 1 : small(before, language);
  if (head === undefined || head > 19 || head === 10) return undefined;
  if (head === 1 && language === 'fr' && at > 0) return undefined;
  const tail = rest(words.slice(at + 1), language);
  return tail === undefined || tail >= 100 ? undefined : head * 100 + tail;
}

/** What follows a hundred or a thousand; nothing is zero. */
function rest(words: readonly string[], language: Language): number | undefined {
  if (words.length === 0) return 0;
  const tail = language === 'en' && words[0] === 'and' ? words.slice(1) : words;
  return below1000(tail, language);
}

function small(words: readonly string[], language: Language): number | undefined {
  const [only = ''] = words;
  if (words.length === 1 && /^[1-9]\d{0,5}$/.test(only)) return Number(only);
  return words.length > 4 ? undefined : below100[language].get(words.join(' '));
}

function isA(words: readonly string[], language: Language): boolean {
  return language === 'en' && words.length === 1 && words[0] === 'a';
}

/** All cardinals that start at a word, the longest first. Guarantee: none goes over a comma or a word left out. */
export function cardinalsAt(
  words: readonly SpokenWord[],
  at: number,
  language: Language,
): { value: number; length: number }[] {
  const found: { value: number; length: number }[] = [];
  const run: string[] = [];
  for (let end = at; end < Math.min(words.length, at + wordsMax); end += 1) {
    const next = words[end];
    if (next === undefined || (end > at && next.apart) || !isNumeral(next.word, language)) break;
    run.push(next.word);
    const value = cardinalOf(run, language);
    if (value !== undefined) found.unshift({ value, length: run.length });
  }
  return found;
}

const numerals: Record<Language, ReadonlySet<string>> = { fr: numeralsOf('fr'), en: numeralsOf('en') };

function isNumeral(word: string, language: Language): boolean {
  return numerals[language].has(word) || /^\d/.test(word);
}

function numeralsOf(language: Language): Set<string> {
  const small = [...below100[language].keys()].flatMap((words) => words.split(' '));
  const joining = language === 'en' ? ['and', 'a'] : [];
  return new Set([...small, ...hundreds[language], ...thousands[language], 'zero', ...joining]);
}
