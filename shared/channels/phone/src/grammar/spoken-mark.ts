import { type QuestionOf, scaleMarks } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { cardinalOf } from './cardinal.ts';
import { fillersOf } from './fillers.ts';
import { plainWords } from './plain-words.ts';
import { spokenWords, withoutFillers } from './spoken-words.ts';

const numbers = {
  fr: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const;
const fillers = {
  fr: fillersOf('fr', ['je donne', 'je donnerais', 'je mets', 'note', 'numero', 'un bon']),
  en: fillersOf('en', ['i give', 'i d give', 'i would give', 'a', 'mark', 'number']),
};
const of = { fr: ['sur'], en: ['out', 'of'] };

/** Words the recogniser should expect for a mark. */
export function markPhrases(question: QuestionOf<'scale'>, language: Language): string[] {
  const marks = scaleMarks(question).flatMap((mark) => numbers[language][mark] ?? []);
  return [...marks, question.low[language], question.high[language]];
}

/**
 * Reads a spoken mark, `quatre`, `le 4`, `4 sur 5`, or the words of an end; undefined rather than a guess.
 *
 * Guarantee: the whole of what was said counts, so that "pas tout à fait d'accord" is never the end it holds; a mark out of
 *   another number than the highest is none.
 */
export function spokenMark(
  question: QuestionOf<'scale'>,
  text: string,
  language: Language,
): number | undefined {
  const said = plainWords(text);
  if (said === plainWords(question.low[language])) return question.min;
  if (said === plainWords(question.high[language])) return question.max;
  const words = withoutFillers(spokenWords(text), fillers[language]).map(({ word }) => word);
  const parts = of[language];
  const at = words.findIndex((_, from) => parts.every((part, offset) => words[from + offset] === part));
  if (at >= 0 && cardinalOf(words.slice(at + parts.length), language) !== question.max) return undefined;
  const mark = cardinalOf(at < 0 ? words : words.slice(0, at), language);
  return scaleMarks(question).find((known) => known === mark);
}
