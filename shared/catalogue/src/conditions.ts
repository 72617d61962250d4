import type { AnswerValue } from './answers.ts';
import type { Lookup } from './answer-of.ts';
import type { Condition } from './definition.ts';

export type Holds = (lookup: Lookup) => boolean;

type Scalar = string | number | boolean;

const matches = (answer: AnswerValue | undefined, value: Scalar): boolean =>
  answer === value ||
  (Array.isArray(answer) && typeof value === 'string' && answer.some((held) => held === value));

/** Numbers compare as numbers and ISO dates as text; anything else has no order. */
const order = (answer: AnswerValue | undefined, value: number | string): number | undefined => {
  if (typeof answer === 'number' && typeof value === 'number') return answer - value;
  if (typeof answer === 'string' && typeof value === 'string')
    return answer < value ? -1 : answer > value ? 1 : 0;
  return undefined;
};

/**
 * Turns a condition into a function of the answers.
 *
 * Guarantee: a question without an answer matches nothing, so that `is`, `in`, `gte`, `lte` and `answered` are false for it.
 */
export function holdsWhen(condition: Condition): Holds {
  if ('is' in condition) {
    const { question, value } = condition.is;
    return (lookup) => matches(lookup(question), value);
  }
  if ('in' in condition) {
    const { question, values } = condition.in;
    return (lookup) => {
      const answer = lookup(question);
      return values.some((value) => matches(answer, value));
    };
  }
  if ('gte' in condition) {
    const { question, value } = condition.gte;
    return (lookup) => (order(lookup(question), value) ?? -1) >= 0;
  }
  if ('lte' in condition) {
    const { question, value } = condition.lte;
    return (lookup) => (order(lookup(question), value) ?? 1) <= 0;
  }
  if ('answered' in condition) {
    const { question } = condition.answered;
    return (lookup) => lookup(question) !== undefined;
  }
  if ('all' in condition) {
    const parts = condition.all.map(holdsWhen);
    return (lookup) => parts.every((part) => part(lookup));
  }
  if ('any' in condition) {
    const parts = condition.any.map(holdsWhen);
    return (lookup) => parts.some((part) => part(lookup));
  }
  const denied = holdsWhen(condition.not);
  return (lookup) => !denied(lookup);
}
