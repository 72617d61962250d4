import { foldWord, type Language } from '@guichet/kernel';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import type { SplitWord } from './split-words.ts';

const stemmers = { fr: french, en: english };

/**
 * Gives the stems of a word in one language, without accents: one, or two where an accent decides (`réparée`, `reparee`).
 *
 * Source: Snowball (snowballstem.org)
 */
export function stemsOf({ written, folded }: SplitWord, language: Language): string[] {
  const stem = stemmers[language];
  return [...new Set([foldWord(stem(written)), stem(folded)])].filter((one) => one !== '');
}
