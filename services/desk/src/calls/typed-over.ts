import type { Answers, AnswerValue } from '@guichet/catalogue';
import { canonicalJson } from '@guichet/kernel';

/** What was typed, question by question; `null` where what the person had answered was taken away. */
export type Typed = Record<string, AnswerValue | null>;

/**
 * Tells what staff typed from what the person answered.
 *
 * Guarantee: what agrees with the person is not held as typed, so that what they change later is seen; what was typed before
 *   under questions not answered now stays.
 */
export function typedOver(
  said: Answers,
  answers: Answers,
  cleared: readonly string[],
  before: Readonly<Typed>,
): Typed {
  const typed = { ...before };
  for (const [key, value] of Object.entries(answers)) {
    if (canonicalJson(value) === canonicalJson(said[key] ?? null)) delete typed[key];
    else typed[key] = value;
  }
  for (const key of cleared) {
    if (said[key] === undefined) delete typed[key];
    else typed[key] = null;
  }
  return typed;
}
