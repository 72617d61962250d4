import { type Language, languages, parseReference, type Reference } from '@guichet/kernel';
import { oneLeftOut } from './one-left-out.ts';
import { reachedAt } from './reached-at.ts';
import { type SplitWord, splitWords } from './split-words.ts';
import { stemsOf } from './stems-of.ts';

/** One thing asked for; a case is found when it holds all of them. */
export type SearchTerm =
  | { kind: 'phone' | 'email' | 'postal-code'; text: string; terms: string[] }
  | ({ kind: 'word'; stems: ReadonlyMap<Language, string[]>; terms: string[]; slips: string[] } & SplitWord);

export interface Search {
  /** When all that was typed is a reference. */
  reference: Reference | undefined;
  /** References one digit away from what was typed, when that is ten digits or nearly. */
  alike: Reference[];
  terms: SearchTerm[];
  /** The six digits of a counter's provisional reference (`P 482 913`), when that is all that was typed. */
  provisional?: number;
}

const termsMax = 8;

/** Reads what staff typed in the field of the search: a reference, or how somebody is reached and words, up to eight. */
export function readSearch(typed: string): Search {
  const reference = parseReference(typed);
  const [, ...six] = /^\s*p[\s.\-\u2011\u00a0]*(\d{3})[\s.\-\u2011\u00a0]*(\d{3})\s*$/i.exec(typed) ?? [];
  if (six.length > 0)
    return { reference: undefined, alike: [], terms: [], provisional: Number(six.join('')) };
  const { phones, emails, postalCodes, rest } = reachedAt(typed);
  const exact = [
    ...phones.map((text) => ({
      kind: 'phone' as const,
      text,
      terms: [text.length < 8 ? `l|${text}` : `p|${text}`],
    })),
    ...emails.map((text) => ({ kind: 'email' as const, text, terms: [`e|${text}`] })),
    ...postalCodes.map((text) => ({ kind: 'postal-code' as const, text, terms: [`c|${text}`] })),
  ];
  const words = new Map(splitWords(rest).map((word) => [word.folded, word]));
  const terms = [...exact, ...[...words.values()].map(wordTerm)].slice(0, termsMax);
  return { reference, alike: reference ? [] : referencesAlike(typed), terms };
}

function wordTerm(word: SplitWord): SearchTerm {
  const stems = new Map(languages.map((language) => [language, stemsOf(word, language)]));
  const terms = [...new Set([...stems.values()].flat())].map((stem) => `s|${stem}`);
  return {
    kind: 'word',
    ...word,
    stems,
    terms: [...terms, `n|${word.folded}`],
    slips: oneLeftOut(word.folded).map((part) => `n|${part}`),
  };
}

/** Digits left out, put in, replaced or exchanged; the check digit leaves one in ten. */
function referencesAlike(typed: string): Reference[] {
  const digits = typed.replace(/[\s.\-\u2011\u00a0]/g, '');
  if (!/^\d{9,11}$/.test(digits)) return [];
  const found = new Set<Reference>();
  const add = (text: string) => {
    const reference = parseReference(text);
    if (reference) found.add(reference);
  };
  for (let at = 0; at <= digits.length; at += 1) {
    const [before, after] = [digits.slice(0, at), digits.slice(at)];
    add(before + after.slice(1));
    if (after.length > 1) add(`${before}${after[1]}${after[0]}${after.slice(2)}`);
    for (let digit = 0; digit <= 9; digit += 1) {
      add(`${before}${digit}${after}`);
      if (after !== '') add(`${before}${digit}${after.slice(1)}`);
    }
  }
  return [...found];
}
