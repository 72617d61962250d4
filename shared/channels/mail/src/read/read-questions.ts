import type { Answers, CompiledService, Problem, Question } from '@guichet/catalogue';
import type { FieldLayout } from '../form/form-layout.ts';
import type { FieldDoubt, FieldReading } from './field-reading.ts';
import { rawAnswer, sortReadings } from './raw-answers.ts';

/** What the machine made of one question. */
export interface QuestionReading {
  key: string;
  /** As read, for the compiled service to parse; undefined when nothing was written. */
  raw: unknown;
  /** Of its least sure field, 0 to 1. */
  confidence: number;
  /** Empty when the machine is sure; else a person looks. */
  doubts: FieldDoubt[];
  /** What the compiled service finds wrong with it. */
  problems: Problem[];
}

/**
 * Puts what was seen in the fields of a form together into answers, question by question.
 *
 * Guarantee: pure; an answer to a question that is not asked is kept apart as unexpected.
 * Shape:     `asked`, of a form printed for one request, holds its questions: what else was answered is known elsewhere
 */
export function readQuestions(
  compiled: CompiledService,
  layout: FieldLayout,
  fields: readonly FieldReading[],
  today: string,
  absence: (question: Question) => FieldDoubt[] = () => [],
  asked?: ReadonlySet<string>,
): QuestionReading[] {
  const readings = sortReadings(layout, fields);
  const parsed: Answers = {};
  const all = compiled.questions.flatMap((question): QuestionReading[] => {
    if (question.type === 'information') return [];
    const { raw, doubts } = rawAnswer(question, question.key, readings);
    const result = raw === undefined ? undefined : compiled.parseAnswer(question, raw, { today });
    const problems = result === undefined || result.ok ? [] : result.problems;
    if (result?.ok === true && result.value !== undefined) parsed[question.key] = result.value;
    const own = fields.filter(
      (field) => field.path === question.key || field.path.startsWith(`${question.key}.`),
    );
    const confidence = Math.min(1, ...own.map((field) => field.confidence));
    const invalid: FieldDoubt[] = problems.length > 0 ? ['not-valid'] : [];
    const unique = [...new Set([...doubts, ...invalid, ...absence(question)])];
    return [{ key: question.key, raw, confidence, doubts: unique, problems }];
  });
  if (asked !== undefined) return all.filter(({ key }) => asked.has(key));
  const visible = new Set(compiled.visible(parsed).map((question) => question.key));
  return all.flatMap((reading): QuestionReading[] => {
    if (visible.has(reading.key)) return [reading];
    return reading.raw === undefined ? [] : [{ ...reading, doubts: [...reading.doubts, 'unexpected'] }];
  });
}
