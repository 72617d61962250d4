import type { Language } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';
import type { Fact } from './facts-of.ts';
import { oneLeftOut } from './one-left-out.ts';
import { splitWords } from './split-words.ts';
import { stemsOf } from './stems-of.ts';

const wordsMax = 160;

/** Gives a term's hash as it stands in the index: keyed, cut to 24 bits. */
export function searchToken(keyring: Keyring, term: string): number {
  return keyring.blindIndex('case-search', term).readUIntBE(0, 3);
}

/** Gives the hashes by which a case is found. Shape: each once, 0 to 2^24 - 1, sorted, so that their order tells nothing. */
export function searchTokens(keyring: Keyring, facts: readonly Fact[], language: Language): number[] {
  const terms = new Set<string>();
  let left = wordsMax;
  for (const { kind, text } of facts) {
    if (kind === 'phone') for (const one of phoneTerms(text)) terms.add(one);
    else if (kind === 'email') terms.add(`e|${text.toLowerCase()}`);
    else if (kind === 'postal-code') terms.add(`c|${text.replace(/[\s-]/g, '').toUpperCase()}`);
    else
      for (const word of splitWords(text)) {
        if ((left -= 1) < 0) break;
        for (const stem of stemsOf(word, language)) terms.add(`s|${stem}`);
        if (kind === 'name') for (const part of oneLeftOut(word.folded)) terms.add(`n|${part}`);
      }
  }
  return [...new Set([...terms].map((term) => searchToken(keyring, term)))].sort((a, b) => a - b);
}

/** A number is found whole, and by the seven digits that neighbours write. */
export function phoneTerms(phone: string): string[] {
  return phone.length < 8 ? [`l|${phone}`] : [`p|${phone}`, `l|${phone.slice(-7)}`];
}
