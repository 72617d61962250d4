import { answerOf } from './answer-of.ts';
import type { Answers } from './answers.ts';
import type { CompiledService, ParseOptions, Problem } from './compiled.ts';
import { isBlank } from './parse/blank.ts';

/**
 * Makes of a service one that asks only some of its questions, each whatever was answered elsewhere: what a person is asked again.
 *
 * Guarantee: each question is asked and read by the same rules as in the whole service; no amount, fee or referral comes of a part.
 */
export function partOf(service: CompiledService, keys: Iterable<string>): CompiledService {
  const asked = new Set(keys);
  const questions = service.questions.filter(({ key }) => asked.has(key));
  const keep = (answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)));
  return {
    ...service,
    questions,
    question: (key) => (asked.has(key) ? service.question(key) : undefined),
    visible: () => [...questions],
    next: (answers, skipped) =>
      questions.find(({ key }) => answerOf(answers, key) === undefined && !skipped.has(key)),
    parse(raw, options) {
      const problems: Problem[] = [];
      const answers: Answers = {};
      const within: ParseOptions = { ...options, answers };
      for (const key of Object.keys(raw)) {
        if (!asked.has(key) && !isBlank(raw[key]))
          problems.push({ path: key.slice(0, 80), code: 'not-asked' });
      }
      for (const question of questions) {
        const given = Object.hasOwn(raw, question.key) ? raw[question.key] : undefined;
        // It was missing before: it may stay so, and the rest of what came is kept.
        if (isBlank(given)) continue;
        const read = service.parseAnswer(question, given, within);
        if (!read.ok) problems.push(...read.problems);
        else if (read.value !== undefined) answers[question.key] = read.value;
      }
      return problems.length > 0 ? { ok: false, problems } : { ok: true, value: answers };
    },
    prune: keep,
    deciding: new Set(),
    fee: () => undefined,
    computed: () => [],
    referrals: () => [],
  };
}
