import type { Language } from '@guichet/kernel';
import type { Problem } from '../compiled.ts';
import type { MemberQuestion, Question } from '../definition.ts';
import { problemWordsEn } from './problem-words.en.ts';
import { problemWordsFr } from './problem-words.fr.ts';
import { nbsp } from './writing.ts';

/**
 * Says what to do about an answer that could not be taken, in one sentence that names the question.
 *
 * Guarantee: never holds what the person wrote, so that it can be shown, spoken and logged alike.
 * Shape: for a member of a group, starts with the entry's name and number: `Personne 2 : …`
 */
export function problemWords(
  problem: Problem,
  question: Question | MemberQuestion | undefined,
  language: Language,
): string {
  const say = language === 'fr' ? problemWordsFr : problemWordsEn;
  if (question?.type !== 'group') return say(problem, question);
  const [, row, key] = problem.path.split('.');
  if (row === undefined) return say(problem, question);
  const member = key === undefined ? question : question.questions.find((candidate) => candidate.key === key);
  const entry = question.entry[language];
  const start = `${entry.slice(0, 1).toUpperCase()}${entry.slice(1)} ${Number(row) + 1}`;
  const words = say(problem, member);
  return `${start}${language === 'fr' ? nbsp : ''}: ${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}
