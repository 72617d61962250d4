import type { Language } from '@guichet/kernel';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Words } from './words.ts';

const both: Record<Language, Words> = { fr, en };

/** Gives the words of the line in a language. */
export function wordsOf(language: Language): Words {
  return both[language];
}
