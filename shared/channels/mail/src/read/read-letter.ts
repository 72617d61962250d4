import type { CompiledService } from '@guichet/catalogue';
import { type FieldLayout, isField } from '../form/form-layout.ts';
import { currentLayout, signaturePlace } from '../form/known-layout.ts';
import { papers } from '../paper.ts';
import type { FormLetter } from './assemble-letters.ts';
import { tonesAround } from './field-picture.ts';
import type { Crop, FieldReading } from './field-reading.ts';
import { greyOf } from './grey-image.ts';
import { liftByCheckDigit } from './proven-by-digit.ts';
import { cropOf, readFields, tonesOf } from './read-fields.ts';
import { readSignature, type SignatureSeen } from './read-signature.ts';
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
  /** Of a form that is signed, as it is printed now; `doubtful` too when its page is away or not straight. */
  signature?: { seen: SignatureSeen; crop?: Crop };
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
  const signature = await signatureOf(compiled, letter);
  return { answers, questions, fields, missingPages, enclosed, ...(signature ? { signature } : {}) };
}

async function signatureOf(
  compiled: CompiledService,
  letter: Pick<FormLetter, 'language' | 'geometry' | 'pages' | 'paper' | 'print'>,
): Promise<LetterReading['signature']> {
  const there = signaturePlace(compiled, letter);
  if (there === undefined) return undefined;
  const page = letter.pages.find(({ code }) => code?.page === there.page);
  if (page === undefined) return { seen: 'doubtful' };
  const crop = cropOf(there, there.page);
  if (page.trust !== 'full') return { seen: 'doubtful', crop };
  const image = await greyOf(await page.picture());
  const tones = tonesAround(image, there.place, tonesOf(image, papers[letter.paper].marks));
  return { seen: readSignature(image, there.place, tones), crop };
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
