import type { Language } from '@guichet/kernel';
import { type AnswerValue, isPending } from '../answers.ts';
import type { MemberQuestion, Question } from '../definition.ts';
import { entriesName, fieldName } from './field-names.ts';

/** What the controls of a form hold, by name. */
export interface FormValues {
  [name: string]: string | string[];
}

/**
 * Writes a stored answer into the controls of its question.
 *
 * Guarantee: `readFormAnswer` of these values parses to the same answer; a recording gives empty controls.
 */
export function formValues(
  question: Question | MemberQuestion,
  answer: AnswerValue | undefined,
  language: Language,
  name: string = question.key,
): FormValues {
  if (answer === undefined || isPending(answer)) return {};
  if (typeof answer === 'boolean') return { [name]: answer ? 'yes' : 'no' };
  if (typeof answer === 'number') return { [name]: numberText(question, answer, language) };
  if (typeof answer === 'string') return textValues(question, answer, name);
  if (question.type === 'group') return groupValues(question, answer, language, name);
  if (question.type === 'ranking' && Array.isArray(answer)) {
    return Object.fromEntries(answer.map((key, at) => [fieldName(name, String(key)), String(at + 1)]));
  }
  if (Array.isArray(answer)) return { [name]: answer.filter((item) => typeof item === 'string') };
  return partValues(answer, name);
}

function numberText(question: Question | MemberQuestion, value: number, language: Language): string {
  const text = question.type === 'money' ? (value / 100).toFixed(2) : String(value);
  return language === 'fr' ? text.replace('.', ',') : text;
}

function textValues(question: Question | MemberQuestion, text: string, name: string): FormValues {
  if (question.type === 'date') return dateValues(text, name);
  if (question.type === 'phone') {
    const national = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(text);
    return { [name]: national ? `${national[1]} ${national[2]}-${national[3]}` : text };
  }
  return { [name]: text };
}

function dateValues(iso: string, name: string): FormValues {
  const [year = '', month = '', day = ''] = iso.split('-');
  return {
    [fieldName(name, 'year')]: year,
    [fieldName(name, 'month')]: month,
    [fieldName(name, 'day')]: day,
  };
}

function partValues(parts: object, name: string): FormValues {
  const values: FormValues = {};
  for (const [part, value] of Object.entries(parts)) {
    if (part === 'birthDate' || part === 'day')
      Object.assign(values, dateValues(String(value), fieldName(name, part)));
    else if (Array.isArray(value)) values[fieldName(name, part)] = value.map(String);
    else if (value !== undefined) values[fieldName(name, part)] = String(value);
  }
  return values;
}

function groupValues(
  question: Extract<Question, { type: 'group' }>,
  answer: AnswerValue,
  language: Language,
  name: string,
): FormValues {
  const entries = Array.isArray(answer) ? answer : [];
  const values: FormValues = { [entriesName(name)]: String(entries.length) };
  entries.forEach((entry, index) => {
    if (typeof entry === 'string') return;
    for (const member of question.questions) {
      Object.assign(
        values,
        formValues(member, entry[member.key], language, fieldName(name, index, member.key)),
      );
    }
  });
  return values;
}
