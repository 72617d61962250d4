import type { CompiledService } from '@guichet/catalogue';
import { type FieldLayout, isField } from '../form/form-layout.ts';
import { currentLayout } from '../form/known-layout.ts';
import type { FormLetter } from './assemble-letters.ts';
import type { FieldReading } from './field-reading.ts';
import { liftByCheckDigit } from './proven-by-digit.ts';
import { readFields } from './read-fields.ts';
import { type QuestionReading, readQuestions } from './read-questions.ts';
import type { TextReader } from './text-reader.ts';

/** What the machine made of a letter: a proposal, never a decision. */
export interface LetterReading {
  /** Raw answers by question key, without those that other answers make moot. */
  answers: Record<string, unknown>;
  /** Every question that is asked by what was read, or answered though it is not. */
  questions: QuestionReading[];
  fields: FieldReading[];
  missingPages: number[];
  /** Questions whose document is said to be in the envelope. */
  enclosed: string[];
}

/**
 * Reads the answers of a letter.
 *
 * Guarantee: never guesses: whatever is not sure keeps its reasons, an unreadable answer is absent, not made up. A form is read by
 *   the layout that it was printed by: the one given, or the current one where that is the same.
 * Unit:      today is the day the letter is read, ISO, in the desk's time zone
 */
export async function readLetter(
  compiled: CompiledService,
  letter: Pick<FormLetter, 'language' | 'geometry' | 'pages' | 'paper' | 'print' | 'about'>,
  options: { reader: TextReader; today: string; layout?: FieldLayout | undefined },
): Promise<LetterReading> {
  const given = options.layout?.geometry === letter.geometry ? options.layout : undefined;
  const layout = given ?? currentLayout(compiled, letter);
  const fields: FieldReading[] = [];
  const sameLayout = layout.geometry === letter.geometry;
  if (sameLayout) {
    for (const page of letter.pages) fields.push(...(await readFields(layout, page, options.reader)));
  }
  const there = new Set(letter.pages.map((page) => page.code?.page));
  const withFields = layout.pages.filter((page) => page.items.some(isField));
  const missingPages = withFields.map((page) => page.number).filter((number) => !there.has(number));
  const absent = absentQuestions(layout, sameLayout ? missingPages : withFields.map((page) => page.number));
  const questions = readQuestions(
    compiled,
    layout,
    fields,
    options.today,
    (question) => (absent.has(question.key) ? [sameLayout ? 'page-missing' : 'other-layout'] : []),
    letter.about === undefined || !sameLayout ? undefined : questionsOn(layout),
  );
  liftByCheckDigit(compiled, questions, fields);
  const answers: Record<string, unknown> = {};
  for (const { key, raw, doubts } of questions)
    if (raw !== undefined && !doubts.includes('unexpected')) answers[key] = raw;
  const enclosed = fields.flatMap((field) =>
    field.option === 'attached' && field.raw === true ? [field.path] : [],
  );
  return { answers, questions, fields, missingPages, enclosed };
}

function questionsOn(layout: FieldLayout): Set<string> {
  return absentQuestions(
    layout,
    layout.pages.map(({ number }) => number),
  );
}

function absentQuestions(layout: FieldLayout, pages: readonly number[]): Set<string> {
  const fields = layout.pages
    .filter((page) => pages.includes(page.number))
    .flatMap((page) => page.items.filter(isField));
  return new Set(fields.map((field) => field.path.split('.')[0] ?? ''));
}
