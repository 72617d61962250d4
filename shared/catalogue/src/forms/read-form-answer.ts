import type { MemberQuestion, Question, QuestionOf } from '../definition.ts';
import { entriesName, fieldName } from './field-names.ts';

/** A posted form: texts (or lists of texts) by control name; files and anything else are passed over. */
export interface PostedForm {
  readonly [name: string]: unknown;
}

/**
 * Reads the raw answer of a question from a posted form, for `parseAnswer`; undefined when nothing was given.
 *
 * Guarantee: judges nothing: what the person typed reaches `parseAnswer`, right or wrong.
 */
export function readFormAnswer(
  question: Question | MemberQuestion,
  form: PostedForm,
  name: string = question.key,
): unknown {
  switch (question.type) {
    case 'choices': {
      const chosen = texts(form, name);
      return chosen.length > 0 ? chosen : undefined;
    }
    case 'yes-no':
      return yesNo(text(form, name));
    case 'consent':
      return text(form, name) === 'yes';
    case 'date':
      return date(form, name);
    case 'address':
      return address(form, name);
    case 'place':
      return place(form, name);
    case 'person':
      return person(form, name);
    case 'file':
      return file(form, name);
    case 'ranking':
      return orNothing(
        parts(
          form,
          name,
          question.options.map((option) => option.key),
        ),
      );
    case 'slot':
      return slot(question, form, name);
    case 'group':
      return group(question, form, name);
    case 'information':
      return undefined;
    default:
      return text(form, name);
  }
}

/** Tells how many entries of a group a posted form shows, within what the group allows. */
export function postedEntries(
  question: QuestionOf<'group'>,
  form: PostedForm,
  name: string = question.key,
): number {
  const count = Number(text(form, entriesName(name)) ?? 0);
  return Number.isInteger(count) && count > 0 ? Math.min(count, question.max) : 0;
}

/** Tells how many entries of a group to draw: those posted or stored, else as many as are needed, one at least. */
export function shownEntries(
  question: QuestionOf<'group'>,
  form: PostedForm,
  name: string = question.key,
): number {
  return text(form, entriesName(name)) === undefined
    ? Math.max(question.min, 1)
    : postedEntries(question, form, name);
}

function texts(form: PostedForm, name: string): string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
}

function text(form: PostedForm, name: string): string | undefined {
  return texts(form, name).at(-1);
}

function yesNo(value: string | undefined): unknown {
  return value === 'yes' ? true : value === 'no' ? false : value;
}

/** A date posted in parts keeps them apart, so that what is missing can be named; one posted as a text stays a text. */
function date(form: PostedForm, name: string): unknown {
  return orNothing(parts(form, name, ['day', 'month', 'year'])) ?? text(form, name);
}

function parts(form: PostedForm, name: string, keys: readonly string[]): { [key: string]: string } {
  const found: { [key: string]: string } = {};
  for (const key of keys) {
    const value = text(form, fieldName(name, key));
    if (value !== undefined) found[key] = value;
  }
  return found;
}

function orNothing<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}

/** Province and country come filled in: alone they are no answer. */
function address(form: PostedForm, name: string): unknown {
  const typed = parts(form, name, ['street', 'unit', 'municipality', 'postalCode', 'region']);
  if (Object.keys(typed).length === 0) return undefined;
  const { region, ...rest } = typed;
  const filled = parts(form, name, ['province', 'country']);
  const province = region ?? filled['province'];
  const country = filled['country'];
  return { ...rest, ...(province ? { province } : {}), ...(country && country !== 'CA' ? { country } : {}) };
}

function place(form: PostedForm, name: string): unknown {
  const { latitude, longitude, ...words } = parts(form, name, ['text', 'latitude', 'longitude']);
  const point = latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : {};
  return orNothing({ ...words, ...point });
}

function person(form: PostedForm, name: string): unknown {
  const birthDate = date(form, fieldName(name, 'birthDate'));
  return orNothing({ ...parts(form, name, ['given', 'family']), ...(birthDate ? { birthDate } : {}) });
}

/** Files already kept come first: a person who sent one needs no other way. */
function file(form: PostedForm, name: string): unknown {
  const evidence = texts(form, fieldName(name, 'evidence'));
  if (evidence.length > 0) return { evidence };
  const later = text(form, fieldName(name, 'later'));
  return later ? { later } : undefined;
}

/** The only place of a question is asked of nobody, and so is no answer by itself. */
function slot(question: QuestionOf<'slot'>, form: PostedForm, name: string): unknown {
  const day = date(form, fieldName(name, 'day'));
  const { place, time } = parts(form, name, ['place', 'time']);
  const typed = { ...(day ? { day } : {}), ...(time ? { time } : {}) };
  if (Object.keys(typed).length === 0 && (place === undefined || question.places.length === 1))
    return undefined;
  return { ...(place ? { place } : {}), ...typed };
}

/** Blank entries stay, so that an error's index points at the entry the person sees. */
function group(question: QuestionOf<'group'>, form: PostedForm, name: string): unknown {
  return Array.from({ length: postedEntries(question, form, name) }, (_, index) =>
    Object.fromEntries(
      question.questions
        .map(
          (member) => [member.key, readFormAnswer(member, form, fieldName(name, index, member.key))] as const,
        )
        .filter(([, value]) => value !== undefined),
    ),
  );
}
