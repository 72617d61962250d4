import { type Question, type Sensitivity, sensitivities } from './definition.ts';

/** Gives the higher of two sensitivities. */
export const higher = (a: Sensitivity, b: Sensitivity): Sensitivity =>
  sensitivities.indexOf(a) >= sensitivities.indexOf(b) ? a : b;

/** Gives the sensitivity of a question; a group has the highest of its members and its own. */
export function sensitivityOf(question: Question): Sensitivity {
  if (question.type !== 'group') return question.sensitivity;
  return question.questions.map((member) => member.sensitivity).reduce(higher, question.sensitivity);
}
