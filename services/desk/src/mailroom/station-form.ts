import type { KeyedField, Letter } from '@guichet/casework';
import type { FormValues, PostedForm } from '@guichet/catalogue';
import { isOf, needsPerson, stationFields } from './station-field.ts';

/** Controls of the station's form that are not answers. */
export const confirmedName = '_confirmed';
/** Of a draft: the fields of the sample that were keyed blind, and so are blind no more. */
export const seenName = '_seen';

/** What a person said of the fields of a letter, beside their values. */
export interface StationMarks {
  confirmed: ReadonlySet<string>;
  seen: ReadonlySet<string>;
}

/** Reads the marks out of a posted form or a draft. */
export function marksIn(form: PostedForm | FormValues): StationMarks {
  return { confirmed: new Set(listOf(form[confirmedName])), seen: new Set(listOf(form[seenName])) };
}

function listOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string' && one !== '');
}

/** Takes what was read out of the controls of the sample, until it was keyed without. */
export function withoutSample(
  values: FormValues,
  sampled: readonly string[],
  seen: ReadonlySet<string>,
): FormValues {
  const blind = sampled.filter((path) => !seen.has(path));
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !blind.some((path) => isOf({ path: name }, path))),
  );
}

/**
 * Holds the blind keyings of a posted form against what was read.
 *
 * Shape: the form and the marks as they stand now. Where both are the same the field is confirmed, as it was read; where they differ, the
 *   person sees both and has the field to confirm anew.
 */
export function compareSample(
  form: PostedForm,
  marks: StationMarks,
  sampled: readonly string[],
  proposed: FormValues,
): { form: PostedForm; marks: StationMarks } {
  const [confirmed, seen] = [new Set(marks.confirmed), new Set(marks.seen)];
  let values: PostedForm = form;
  for (const path of sampled) {
    if (seen.has(path) || (textUnder(form, path) === '' && !confirmed.has(path))) continue;
    seen.add(path);
    confirmed.delete(path);
    if (!readsAlike(textUnder(form, path), textUnder(proposed, path))) continue;
    confirmed.add(path);
    values = { ...values, ...under(proposed, path) };
  }
  return { form: values, marks: { confirmed, seen } };
}

/**
 * Tells what was done with each field of a letter, by what its controls held and hold.
 *
 * Guarantee: a form sent as the page stood has no field typed or corrected; `shown` is what its controls held.
 */
export function keyedFields(
  letter: Pick<Letter, 'fields'>,
  sampled: readonly string[],
  shown: FormValues,
  typed: PostedForm,
  marks: StationMarks,
): KeyedField[] {
  return stationFields(letter.fields, sampled).map((field): KeyedField => {
    const { path, isSample } = field;
    const [before, after] = [textUnder(shown, path), textUnder(typed, path)];
    const isChanged = !isUntouched(before, after) && (!isSample || marks.seen.has(path));
    const sample = isSample ? { sample: { wrong: !readsAlike(before, after) } } : {};
    // A blind keying that differs is a change only once the person saw both and says so.
    if (isChanged && (!isSample || marks.confirmed.has(path)))
      return { path, how: before === '' ? 'typed' : 'corrected', ...sample };
    return { path, how: needsPerson(field) && marks.confirmed.has(path) ? 'confirmed' : 'left', ...sample };
  });
}

function under(values: PostedForm | FormValues, path: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => isOf({ path: name }, path)));
}

/** Gives what the controls of a field hold, as one text. */
export function textUnder(values: PostedForm | FormValues, path: string): string {
  return Object.entries(under(values, path))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, value]) => listOf(value).join(' ').trim())
    .filter((text) => text !== '')
    .join(' ');
}

/** A browser writes the line ends of a box its own way, and takes those of a line out. */
function isUntouched(before: string, after: string): boolean {
  const unbroken = (text: string) => text.replace(/[\r\n]/g, '');
  return unbroken(before) === unbroken(after);
}

/** Commas, spaces and capitals are how each types, not what is written. */
function readsAlike(one: string, other: string): boolean {
  const folded = (text: string) =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  return folded(one) === folded(other);
}
