import {
  type Answers,
  type AnswerValue,
  asksMore,
  changeEntries,
  type CompiledService,
  type FormValues,
  heldEntries,
  type PostedForm,
  type Problem,
  type Question,
  readAction,
  readFormAnswer,
  typedValues,
} from '@guichet/catalogue';

/** What a posted question page comes to. */
export type QuestionRead =
  | { kind: 'answered'; value: AnswerValue }
  /** No answer, and none is needed: keep it as skipped. */
  | { kind: 'skipped' }
  | { kind: 'refused'; problems: Problem[] }
  /** Draw the page again with these values: an entry came or went, or members of a group came to be asked. */
  | { kind: 'again'; values: FormValues }
  /** The person wants to go on later; `value` is there when what was typed is right. */
  | { kind: 'save'; value?: AnswerValue };

/** Reads the raw answer of a question from its posted form, less what was typed under members that no longer hold. */
export function readQuestionForm(
  compiled: CompiledService,
  question: Question,
  form: PostedForm,
  options: { answers: Answers; today: string },
): unknown {
  const raw = readFormAnswer(question, form);
  if (question.type !== 'group' || !Array.isArray(raw)) return raw;
  return heldEntries(compiled, question, raw, options.answers, options).map((entry) => entry.raw);
}

/**
 * Reads a posted question page into what the door has to do next.
 *
 * Guarantee: pure; a refused or redrawn page loses nothing of what was typed (`questionPage` with `typed`).
 */
export function answerQuestion(
  compiled: CompiledService,
  question: Question,
  form: PostedForm,
  options: { answers: Answers; today: string },
): QuestionRead {
  const action = readAction(form);
  if (
    question.type === 'group' &&
    (action.do === 'add' || action.do === 'remove') &&
    action.group === question.key
  ) {
    return { kind: 'again', values: changeEntries(question, form, action) };
  }
  if (action.do === 'refresh') return { kind: 'again', values: typedValues(form) };
  if (question.type === 'information') return action.do === 'save' ? { kind: 'save' } : { kind: 'skipped' };
  if (action.do === 'skip' && !question.required) return { kind: 'skipped' };

  const raw = readQuestionForm(compiled, question, form, options);
  const parsed = compiled.parseAnswer(question, raw, options);
  if (action.do === 'save') {
    return parsed.ok && parsed.value !== undefined ? { kind: 'save', value: parsed.value } : { kind: 'save' };
  }
  if (!parsed.ok) {
    return asksMore(parsed.problems, form)
      ? { kind: 'again', values: typedValues(form) }
      : { kind: 'refused', problems: parsed.problems };
  }
  return parsed.value === undefined ? { kind: 'skipped' } : { kind: 'answered', value: parsed.value };
}
