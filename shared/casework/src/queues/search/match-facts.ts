import type { Language } from '@guichet/kernel';
import type { Fact } from './facts-of.ts';
import { isOneSlip } from './is-one-slip.ts';
import { maskFact } from './mask-fact.ts';
import { phoneTerms } from './search-tokens.ts';
import type { SearchTerm } from './read-search.ts';
import { splitWords } from './split-words.ts';
import { stemsOf } from './stems-of.ts';

export interface FactMatch {
  question: string;
  how: 'exact' | 'stem' | 'slip';
  /** What matched; masked above `open`. */
  shown: string;
}

const worth = { exact: 4, stem: 2, slip: 1 } as const;
/** From this length a slip of the keys is looked past. Unit: letters. */
const slipFrom = 4;

/**
 * Finds where the facts of a case hold what was asked.
 *
 * Guarantee: undefined unless they hold all of it: what the index proposed in vain falls away here.
 */
export function matchFacts(
  facts: readonly Fact[],
  terms: readonly SearchTerm[],
  language: Language,
): { matches: FactMatch[]; score: number } | undefined {
  const matches: FactMatch[] = [];
  let score = 0;
  for (const term of terms) {
    const best = facts
      .flatMap((fact) => matchOf(fact, term, language) ?? [])
      .reduce<FactMatch | undefined>(
        (top, one) => (top && worth[top.how] >= worth[one.how] ? top : one),
        undefined,
      );
    if (!best) return undefined;
    score += worth[best.how];
    if (!matches.some(({ question, shown }) => question === best.question && shown === best.shown))
      matches.push(best);
  }
  return { matches, score };
}

function matchOf(fact: Fact, term: SearchTerm, language: Language): FactMatch | undefined {
  if (term.kind !== 'word') {
    if (fact.kind !== term.kind || !sameReach(fact.text, term)) return undefined;
    return { question: fact.question, how: 'exact', shown: maskFact(fact, fact.text) };
  }
  if (fact.kind !== 'text' && fact.kind !== 'name') return undefined;
  let best: FactMatch | undefined;
  for (const word of splitWords(fact.text)) {
    const how = howAlike(word, term, fact.kind, language);
    if (how === undefined || (best && worth[best.how] >= worth[how])) continue;
    best = { question: fact.question, how, shown: maskFact(fact, word.written) };
    if (how === 'exact') break;
  }
  return best;
}

function howAlike(
  word: { written: string; folded: string },
  term: Extract<SearchTerm, { kind: 'word' }>,
  kind: Fact['kind'],
  language: Language,
): FactMatch['how'] | undefined {
  if (word.folded === term.folded) return 'exact';
  const asked = term.stems.get(language) ?? [];
  // A stemmer changes how words end: what begins otherwise has another stem.
  if (word.folded.slice(0, 2) === term.folded.slice(0, 2))
    if (stemsOf(word, language).some((stem) => asked.includes(stem))) return 'stem';
  const isLong = word.folded.length >= slipFrom && term.folded.length >= slipFrom;
  return kind === 'name' && isLong && isOneSlip(word.folded, term.folded) ? 'slip' : undefined;
}

function sameReach(answered: string, { kind, text }: Extract<SearchTerm, { text: string }>): boolean {
  if (kind === 'phone') return phoneTerms(answered).some((one) => one.slice(2) === text);
  if (kind === 'email') return answered.toLowerCase() === text;
  return answered.replace(/[\s-]/g, '').toUpperCase() === text;
}
