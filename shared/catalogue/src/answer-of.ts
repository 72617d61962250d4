import type { Answers, AnswerValue } from './answers.ts';

/** How a condition finds the answer of a question; undefined when there is none. */
export type Lookup = (key: string) => AnswerValue | undefined;

/** Gives the answer stored under a key, never what an object inherits under that name. */
export function answerOf(answers: Answers, key: string): AnswerValue | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}
