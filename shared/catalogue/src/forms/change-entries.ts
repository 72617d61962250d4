import type { QuestionOf } from '../definition.ts';
import { askedName, entriesName, fieldName, type FormAction } from './field-names.ts';
import type { FormValues } from './form-values.ts';
import { type PostedForm, postedEntries } from './read-form-answer.ts';

/**
 * Adds or removes an entry of a group in a form that was posted, so that it can be drawn again with all that was typed.
 *
 * Guarantee: other controls keep their values; never more entries than the group's `max`.
 */
export function changeEntries(
  question: QuestionOf<'group'>,
  form: PostedForm,
  action: FormAction,
  name: string = question.key,
): FormValues {
  const count = postedEntries(question, form, name);
  const values = typedValues(form);
  if (action.do === 'add')
    return { ...values, [entriesName(name)]: String(Math.min(count + 1, question.max)) };
  if (action.do !== 'remove' || action.index >= count) return values;

  const kept: FormValues = { [entriesName(name)]: String(count - 1) };
  for (const [control, value] of Object.entries(values)) {
    const moved = movedName(control, name, action.index);
    if (moved !== undefined) kept[moved] ??= value;
  }
  return kept;
}

/** Gives a control's name once the entry at `removed` is gone; undefined when the control goes with it. */
function movedName(control: string, group: string, removed: number): string | undefined {
  const prefix = [`${group}.`, `${askedName(group, 0).slice(0, -1)}`].find((start) =>
    control.startsWith(start),
  );
  const [index = '', ...rest] = prefix === undefined ? [] : control.slice(prefix.length).split('.');
  if (prefix === undefined || !/^\d{1,2}$/.test(index)) return control;
  if (Number(index) === removed) return undefined;
  return Number(index) < removed ? control : `${prefix}${fieldName(Number(index) - 1, ...rest)}`;
}

/** Keeps the texts of a posted form, to draw it again as it was typed. */
export function typedValues(form: PostedForm): FormValues {
  const values: FormValues = {};
  for (const [name, value] of Object.entries(form)) {
    if (name === '__proto__') continue;
    if (typeof value === 'string') values[name] = value;
    else if (Array.isArray(value))
      values[name] = value.filter((item): item is string => typeof item === 'string');
  }
  return values;
}
