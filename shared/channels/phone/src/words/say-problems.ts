import { type MemberQuestion, type Problem, problemWords, type Question } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { wordsOf } from './words-of.ts';

/** Says what is wrong with an answer, in the words of every other channel. */
export function sayProblems(
  problems: readonly Problem[],
  question: Question | MemberQuestion | undefined,
  language: Language,
): string {
  const [first] = problems;
  if (first === undefined) return wordsOf(language).notUnderstood;
  return problemWords(first, question, language);
}
