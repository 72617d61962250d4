import type { Condition } from './definition.ts';

/** Lists the keys of the questions that a condition names, in the order written. */
export function namedQuestions(condition: Condition): string[] {
  if ('is' in condition) return [condition.is.question];
  if ('in' in condition) return [condition.in.question];
  if ('gte' in condition) return [condition.gte.question];
  if ('lte' in condition) return [condition.lte.question];
  if ('answered' in condition) return [condition.answered.question];
  if ('all' in condition) return condition.all.flatMap(namedQuestions);
  if ('any' in condition) return condition.any.flatMap(namedQuestions);
  return namedQuestions(condition.not);
}
