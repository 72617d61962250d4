import {
  type Answers,
  type AnswerValue,
  asksMore,
  changeEntries,
  type CompiledService,
  type FormAction,
  type FormValues,
  heldEntries,
  type PostedForm,
  type Problem,
  type Question,
  readAction,
  readFormAnswer,
  typedValues,
} from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { decodeForm } from './coded-form.ts';

/** What a posted counter screen comes to. */
export interface CounterRead {
  action: FormAction;
  /** Raw answers of the questions that hold, for `compiled.parse` and acceptance. */
  raw: Record<string, unknown>;
  /** The answers that are right already: they decide which questions show. */
  answers: Answers;
  /** What is wrong with the others. */
  problems: Problem[];
  /** True when the screen is to be drawn again without problems: an entry came or went, or questions came to be asked. */
  again: boolean;
  /** What was typed, to draw the screen again. */
  typed: FormValues;
}

/**
 * Reads a posted counter screen; the same answers as any other door reads from the same facts.
 *
 * Guarantee: pure; what was typed under a question that no longer holds is left out of `raw`, and kept in `typed`.
 */
export function readCounterForm(
  compiled: CompiledService,
  form: PostedForm,
  options: { language: Language; today: string },
): CounterRead {
  const action = readAction(form);
  const decoded = decodeForm(compiled, form, options.language);
  const raw: Record<string, unknown> = {};
  const answers: Answers = {};
  const problems: Problem[] = [];
  for (const question of compiled.questions) {
    if (question.type === 'information' || !compiled.visible(answers).includes(question)) continue;
    const given = rawOf(compiled, question, decoded, answers, options.today);
    if (given !== undefined) raw[question.key] = given;
    const parsed = compiled.parseAnswer(question, given, { today: options.today, answers });
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (parsed.value !== undefined) answers[question.key] = parsed.value satisfies AnswerValue;
  }
  const changes = action.do === 'add' || action.do === 'remove' || action.do === 'refresh';
  return {
    action,
    raw,
    answers,
    problems,
    again: changes || asksMore(problems, form),
    typed: typedAfter(compiled, form, action),
  };
}

function rawOf(
  compiled: CompiledService,
  question: Question,
  decoded: FormValues,
  answers: Answers,
  today: string,
): unknown {
  const raw = readFormAnswer(question, decoded);
  if (question.type !== 'group' || !Array.isArray(raw)) return raw;
  return heldEntries(compiled, question, raw, answers, { today }).map((entry) => entry.raw);
}

function typedAfter(compiled: CompiledService, form: PostedForm, action: FormAction): FormValues {
  if (action.do !== 'add' && action.do !== 'remove') return typedValues(form);
  const group = compiled.question(action.group);
  return group?.type === 'group' ? changeEntries(group, form, action) : typedValues(form);
}
