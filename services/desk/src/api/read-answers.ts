import {
  type Answers,
  type AnswerValue,
  type CompiledService,
  filesIn,
  type ParseOptions,
  type Question,
} from '@guichet/catalogue';
import { Incomplete } from './incomplete.ts';

/**
 * Reads some answers of a service, each by its question; whether they are all there is not asked yet.
 *
 * Errors: invalid, by question — what its question can't read, what is no question, and a file, which is sent by itself
 */
export function readAnswers(
  service: CompiledService,
  raw: Readonly<Record<string, unknown>>,
  { today, held = {} }: { today: string; held?: Answers },
): Answers {
  const unknown = Object.keys(raw).filter((key) => !service.question(key));
  const refused = [...unknown.map((path) => ({ path, code: 'unknown-question' as const })), ...filesIn(raw)];
  if (refused.length > 0) throw new Incomplete(refused, service);
  const answers: Answers = {};
  for (const question of service.questions) {
    if (!Object.hasOwn(raw, question.key)) continue;
    const options = { today, answers: { ...held, ...answers } };
    const value = readAnswer(service, question, raw[question.key], options);
    if (value !== undefined) answers[question.key] = value;
  }
  return answers;
}

/** Reads one answer. Errors: invalid */
export function readAnswer(
  service: CompiledService,
  question: Question,
  raw: unknown,
  options: ParseOptions,
): AnswerValue | undefined {
  const parsed = service.parseAnswer(question, raw, options);
  if (!parsed.ok) throw new Incomplete(parsed.problems, service);
  return parsed.value;
}
