import type { Answers } from '@guichet/catalogue';
import { type FieldReading, isField, type LayoutField } from '@guichet/channels/mail';
import { idOf, typeOf } from '../support/paper/field-names.ts';
import { type FieldValues, fieldValues } from '../support/paper/field-values.ts';
import type { Posted } from './on-paper.ts';
import { type PackRow, plain, today } from './whole-pack.ts';

/** What became of one field on paper, or of the fields of one question together. */
export interface Verdict {
  /** `check`, `comb date`, `line prose`…, or `question`. */
  type: string;
  isWritten: boolean;
  /** `doubtful` is for a person; `wrong` is what the machine was sure of. */
  is: 'right' | 'doubtful' | 'wrong';
  /** What was read and what was written. */
  said: string;
}

/** Holds what a machine read on a form against what was written on it. */
export function judgeReading(row: PackRow, answers: Answers, { layout, reading }: Posted): Verdict[] {
  const values = fieldValues(row.service, answers);
  const printed = layout.pages.flatMap(({ items }) => items.filter(isField));
  const readings = new Map(reading.fields.map((field) => [idOf(field), field]));
  return [
    ...printed.map((field) => judgeField(field, values, readings.get(idOf(field)))),
    ...judgeQuestions(row, answers, reading),
  ];
}

/** Of a mark the machine may doubt, but it has to be right. */
function judgeField(field: LayoutField, values: FieldValues, reading: FieldReading | undefined): Verdict {
  const value = values.get(field.path);
  const written = field.kind === 'check' ? (value?.includes(field.option) ?? false) : value;
  const read = typeof reading?.raw === 'string' && field.kind === 'comb' ? solid(reading.raw) : reading?.raw;
  const isRight = read === (field.kind === 'comb' && typeof written === 'string' ? solid(written) : written);
  const mayDoubt = isRight || field.kind !== 'check';
  return {
    type: typeOf(field),
    isWritten: written !== undefined && written !== false,
    is: reading && reading.doubts.length > 0 && mayDoubt ? 'doubtful' : isRight ? 'right' : 'wrong',
    said: `${idOf(field)}: read ${String(read)}, written ${String(written)}`,
  };
}

/** Blank cells and the decimal mark, which is printed, are told by the question. */
const solid = (cells: string) => cells.replace(/[ .]/g, '');

/** An answer is neither dropped nor added; which questions are asked is for a person while an answer that decides is. */
function judgeQuestions({ service }: PackRow, answers: Answers, reading: Posted['reading']): Verdict[] {
  const readings = new Map(reading.questions.map((question) => [question.key, question]));
  const unsure = reading.questions.some(({ key, doubts }) => doubts.length > 0 && service.deciding.has(key));
  const asked = new Set(
    service.visible(answers).flatMap(({ key, type }) => (type === 'information' ? [] : key)),
  );
  return [...new Set([...asked, ...readings.keys()])].map((key): Verdict => {
    const read = readings.get(key);
    const question = service.question(key);
    const parsed = question && service.parseAnswer(question, read?.raw, { today });
    const found = parsed?.ok ? parsed.value : undefined;
    const [kept, wanted] = [found, answers[key]].map((value) =>
      JSON.stringify(plain(service, value === undefined ? {} : { [key]: value })),
    );
    const isDoubtful = read === undefined || !asked.has(key) ? unsure : read.doubts.length > 0;
    const isRight = read !== undefined && asked.has(key) && kept === wanted;
    return {
      type: 'question',
      isWritten: answers[key] !== undefined,
      is: isDoubtful ? 'doubtful' : isRight ? 'right' : 'wrong',
      said: `${key}: read ${kept}, written ${wanted}`,
    };
  });
}
