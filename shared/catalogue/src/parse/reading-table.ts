import { describe, expect, it } from 'vitest';
import type { ParseOptions } from '../compiled.ts';
import { type Question, question as questionType } from '../definition.ts';
import { readerOf } from './reader-of.ts';

const options: ParseOptions = { today: '2026-03-01' };

/** A label that says nothing. */
export const say = { fr: 'Q', en: 'Q' };

/** Makes a question named `q` from what matters of it. */
export const makeQuestion = (fields: object): Question =>
  questionType.parse({ key: 'q', label: say, ...fields });

/** Gives the stored value of a raw answer, or the code of its first problem. */
export function readOne(question: Question, raw: unknown, more: Partial<ParseOptions> = {}): unknown {
  const result = readerOf(question)(raw, { ...options, ...more });
  return result.ok ? result.value : result.problems[0]?.code;
}

/** Tests a question against a table of raw answers and what each is read as: a stored value or a problem's code. */
export function readingTable(name: string, fields: object, rows: [unknown, unknown][]): void {
  const question = makeQuestion(fields);
  describe(`reading: ${name}`, () => {
    it.each(rows)('%j is read as %j', (raw, expected) => {
      expect(readOne(question, raw)).toEqual(expected);
    });
  });
}
