import {
  type CompiledService,
  type FormValues,
  fieldName,
  formValues,
  type MemberQuestion,
  optionCodes,
  optionTyped,
  type PostedForm,
  postedEntries,
  type Question,
  typedValues,
  type Answers,
} from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';

/**
 * Turns what a clerk typed (codes, dates without dashes) into what any form posts.
 *
 * Guarantee: what can't be told stays as typed, for `parseAnswer` to refuse.
 */
export function decodeForm(compiled: CompiledService, form: PostedForm, language: Language): FormValues {
  const values = typedValues(form);
  for (const { question, name } of controls(compiled, form)) decodeControl(question, name, values, language);
  return values;
}

/** Turns what a clerk typed of one question into what any form posts, in place. */
export function decodeControl(
  question: Question | MemberQuestion,
  name: string,
  values: FormValues,
  language: Language,
): void {
  const typed = values[name];
  if (typeof typed !== 'string') return;
  const options = optionCodes(question, language);
  if (question.type === 'date') values[name] = dashed(typed);
  else if (question.type === 'choices') {
    const whole = optionTyped(options, typed);
    values[name] = whole
      ? [whole.key]
      : typed.split(/[\s,;.+]+/).map((one) => optionTyped(options, one)?.key ?? one);
  } else if (options.length > 0) {
    values[name] = optionTyped(options, typed)?.key ?? typed;
  }
}

/** Writes stored answers as a clerk would type them. */
export function encodeAnswers(compiled: CompiledService, answers: Answers, language: Language): FormValues {
  const values: FormValues = {};
  for (const question of compiled.questions) {
    Object.assign(values, formValues(question, answers[question.key], language));
  }
  return encodeForm(compiled, values, language);
}

/**
 * Writes what any form posts as a clerk would type it: a date on one line, options by their codes.
 *
 * Guarantee: the controls that the counter's screen draws, and no others: of a date its line alone, without its parts.
 */
export function encodeForm(compiled: CompiledService, form: FormValues, language: Language): FormValues {
  const values = { ...form };
  const joined = new Set<string>();
  for (const { question, name } of controls(compiled, form)) {
    if (question.type === 'date') {
      const names = ['year', 'month', 'day'].map((part) => fieldName(name, part));
      const parts = names.map((part) => form[part]);
      if (!parts.every((part) => typeof part === 'string')) continue;
      // What is no date stands in its first part alone.
      values[name] = parts.join('-').replace(/-+$/, '');
      for (const part of names) joined.add(part);
      continue;
    }
    const held = form[name];
    const options = optionCodes(question, language);
    const codes = (Array.isArray(held) ? held : [held]).flatMap(
      (key) => options.find((option) => option.key === key)?.code ?? [],
    );
    if (codes.length > 0) values[name] = codes.join(' ');
  }
  return Object.fromEntries(Object.entries(values).filter(([name]) => !joined.has(name)));
}

/** Lists the controls of a screen that are typed in short, in groups too. */
function controls(
  compiled: CompiledService,
  form: PostedForm,
): { question: Question | MemberQuestion; name: string }[] {
  return compiled.questions
    .flatMap((question): { question: Question | MemberQuestion; name: string }[] =>
      question.type === 'group'
        ? Array.from({ length: postedEntries(question, form) }, (_, index) =>
            question.questions.map((member) => ({
              question: member,
              name: fieldName(question.key, index, member.key),
            })),
          ).flat()
        : [{ question, name: question.key }],
    )
    .filter(({ question }) => question.type === 'date' || optionCodes(question, 'fr').length > 0);
}

/** Eight digits are a day: year first when they start with 19 or 20, else day first. */
function dashed(typed: string): string {
  const digits = /^\s*(\d{8})\s*$/.exec(typed)?.[1];
  if (digits === undefined) return typed;
  return /^(19|20)/.test(digits) && Number(digits.slice(4, 6)) <= 12
    ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
    : `${digits.slice(4)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`;
}
