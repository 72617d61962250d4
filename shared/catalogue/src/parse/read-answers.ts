import type { Answers } from '../answers.ts';
import type { Parsed, ParseOptions, Problem } from '../compiled.ts';
import { type Amounts, lookupIn } from '../computed.ts';
import type { Step } from '../steps.ts';
import { isBlank } from './blank.ts';

const strangersMax = 20;

/**
 * Reads a whole set of answers in the order asked, each question seeing only what was accepted before it.
 *
 * Guarantee: one mistake is told once: what hangs on a refused answer is neither missed nor refused for being asked or not.
 */
export function readAnswers(
  steps: readonly Step[],
  amounts: Amounts,
  raw: Record<string, unknown>,
  options: ParseOptions,
): Parsed<Answers> {
  const problems: Problem[] = [];
  const answers: Answers = {};
  const lookup = lookupIn(answers, amounts);
  const within: ParseOptions = { ...options, answers };
  const doubtful = new Set<string>();
  const known = new Set(steps.map((step) => step.question.key));
  let strangers = 0;
  for (const key of Object.keys(raw)) {
    if (known.has(key) || strangers >= strangersMax) continue;
    strangers += 1;
    problems.push({ path: key.slice(0, 80), code: 'unknown-question' });
  }
  for (const { question, holds, names, read } of steps) {
    const { key } = question;
    const given = Object.hasOwn(raw, key) ? raw[key] : undefined;
    const inDoubt = names.some((name) => doubtful.has(name));
    if (inDoubt) doubtful.add(key);
    if (holds && !holds(lookup)) {
      if (!inDoubt && !isBlank(given)) problems.push({ path: key, code: 'not-asked' });
      continue;
    }
    if (inDoubt && isBlank(given)) continue;
    const result = read(given, within);
    if (!result.ok) {
      doubtful.add(key);
      problems.push(...result.problems);
    } else if (result.value !== undefined) {
      answers[key] = result.value;
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: answers };
}
