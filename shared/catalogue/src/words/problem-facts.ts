import type { Language } from '@guichet/kernel';
import type { Problem } from '../compiled.ts';
import type { MemberQuestion, Question } from '../definition.ts';
import { nbsp, quoted, writeDate, writeMoney, writeNumber } from './writing.ts';

/** What the sentences of both languages draw on. */
export interface ProblemFacts {
  /** The question's label, quoted. */
  label: string;
  type: Question['type'] | undefined;
  param(name: string): string;
  count(name: string): number;
  /** A bound as the question's type writes it. */
  bound(name: 'min' | 'max'): string;
}

/** Gathers the facts of a problem for its sentence. */
export function problemFacts(
  problem: Problem,
  question: Question | MemberQuestion | undefined,
  language: Language,
): ProblemFacts {
  const param = (name: string): string => String(problem.params?.[name] ?? '');
  return {
    label: quoted(question?.label[language] ?? problem.path, language),
    type: question?.type,
    param,
    count: (name) => Number(problem.params?.[name] ?? 0),
    bound(name) {
      const value = problem.params?.[name];
      if (typeof value === 'string')
        return /^\d{4}-\d{2}-\d{2}$/.test(value) ? writeDate(value, language) : value;
      if (value === undefined) return '';
      if (question?.type === 'money') return writeMoney(value, language);
      const unit = question?.type === 'number' && question.unit ? nbsp + question.unit[language] : '';
      return writeNumber(value, language) + unit;
    },
  };
}
