import type { QuestionOf } from '../definition.ts';
import { bad, good, type Reader } from './parsed.ts';

const spoken = new Map<string, boolean>([
  ['yes', true],
  ['oui', true],
  ['true', true],
  ['no', false],
  ['non', false],
  ['false', false],
]);

/** Reads a yes or a no in either language, or a boolean; undefined when it is neither. */
export function readYesNo(raw: unknown): boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  return typeof raw === 'string' ? spoken.get(raw.trim().toLowerCase()) : undefined;
}

/** Reads the answer of a yes-or-no question. */
export function yesNoReader(question: QuestionOf<'yes-no'>): Reader {
  return (raw) => {
    const answer = readYesNo(raw);
    return answer === undefined
      ? bad(question.key, typeof raw === 'string' ? 'not-an-option' : 'wrong-type')
      : good(answer);
  };
}

/** Reads a consent; `on` is what a browser posts for a ticked box without a value. */
export function consentReader(question: QuestionOf<'consent'>): Reader {
  return (raw) => {
    const answer = raw === 'on' ? true : readYesNo(raw);
    if (answer === undefined)
      return bad(question.key, typeof raw === 'string' ? 'not-an-option' : 'wrong-type');
    return question.required && !answer ? bad(question.key, 'not-consented') : good(answer);
  };
}
