import type { Language } from '@guichet/kernel';
import { below100 } from './cardinal-words.ts';
import { fillersOf } from './fillers.ts';
import { spokenWords, withoutFillers, wordsText } from './spoken-words.ts';

const fillers = {
  fr: fillersOf('fr', [
    'numero',
    'option',
    'choix',
    'touche',
    'faites',
    'je fais',
    'je prends',
    'je choisis',
    'je pese',
    'sur',
    'chiffre',
    'reponse',
  ]),
  en: fillersOf('en', [
    'number',
    'option',
    'choice',
    'key',
    'press',
    'i press',
    'i choose',
    'i take',
    'digit',
    'answer',
  ]),
};
const ranks = {
  fr: [
    'premier',
    'deuxieme',
    'troisieme',
    'quatrieme',
    'cinquieme',
    'sixieme',
    'septieme',
    'huitieme',
    'neuvieme',
  ],
  en: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'],
} as const;

/** Reads the number of a key said aloud, 1 to 9, as callers do who were told to press it: `deux`, `le 2`, `le deuxième`. */
export function spokenKey(text: string, language: Language): number | undefined {
  const said = wordsText(withoutFillers(spokenWords(text), fillers[language]));
  if (/^[1-9]$/.test(said)) return Number(said);
  const rank =
    said === 'premiere' ? 0 : ranks[language].findIndex((word) => word === said.replace(/ one$/, ''));
  if (rank >= 0) return rank + 1;
  const value = below100[language].get(said);
  return value !== undefined && value <= 9 ? value : undefined;
}
