import type { CompiledService } from '../compiled.ts';
import type { MemberQuestion, Question } from '../definition.ts';

/** A question, or a member of a group's entry, that a field of a paper form belongs to. */
export interface QuestionAt {
  question: Question | MemberQuestion;
  /** The path of its answer: `amount`, or `household.0.birth`. */
  path: string;
  /** Of a question made of several, which: `street`, `birthDate`; undefined for the whole. */
  part: string | undefined;
}

/** Finds the question that a field's path belongs to; undefined when the service asks none there. */
export function questionAt(service: CompiledService, path: string): QuestionAt | undefined {
  const [key = '', ...rest] = path.split('.');
  const question = service.question(key);
  if (question === undefined) return undefined;
  if (question.type !== 'group') return { question, path: key, part: rest[0] };
  const [entry, memberKey, part] = rest;
  const member = question.questions.find((one) => one.key === memberKey);
  if (member === undefined) return { question, path: key, part: undefined };
  return { question: member, path: `${key}.${entry}.${member.key}`, part };
}
