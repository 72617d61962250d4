import { type QuestionOf, scaleMarks } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { plainWords } from './plain-words.ts';

const numbers = {
  fr: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const;

/** Words the recogniser should expect for a mark. */
export function markPhrases(question: QuestionOf<'scale'>, language: Language): string[] {
  const marks = scaleMarks(question).flatMap((mark) => numbers[language][mark] ?? []);
  return [...marks, question.low[language], question.high[language]];
}

/**
 * Reads a spoken mark, `quatre`, `le 4`, `4 sur 5`, or the words of an end; undefined rather than a guess.
 *
 * Guarantee: the whole of what was said counts, so that "pas tout à fait d'accord" is never the end it holds.
 */
export function spokenMark(
  question: QuestionOf<'scale'>,
  text: string,
  language: Language,
): number | undefined {
  const said = plainWords(text)
    .replace(/^(le|la|the|je dirais|i would say) /, '')
    .replace(/ (sur|out of) \S+$/, '');
  if (said === plainWords(question.low[language])) return question.min;
  if (said === plainWords(question.high[language])) return question.max;
  return scaleMarks(question).find(
    (mark) => said === String(mark) || said === plainWords(numbers[language][mark] ?? ''),
  );
}
