import type { FrwComponent, FrwQuestion } from './frw-component.ts';
import type { Data } from './read-frw.ts';

/** Says nothing of what is asked: presence, order of checks. */
const silent: ReadonlySet<string> = new Set(['required', 'optional', 'bail', 'trim', 'accepted']);
/** Says that a text is an email or a number: its type holds it to that. */
const typing: ReadonlySet<string> = new Set(['email', 'number']);

/**
 * Takes the validations of a component over into the limits of its question.
 *
 * Shape: the question with its limits, of another type where the validation says so; each one that has no limit is told
 */
export function readValidations(component: FrwComponent, made: FrwQuestion): FrwQuestion {
  const { data, validations } = component;
  let question: FrwQuestion = { ...made, notes: [] };
  const set = (own: Data): void => {
    const range =
      own['range'] === undefined ? {} : { range: Object.assign({}, question.own['range'], own['range']) };
    question = { ...question, own: { ...question.own, ...own, ...range } };
  };
  if (question.type === 'text' && 'number' in validations) question = { ...question, type: 'number' };
  if (question.type === 'text' && isEmail(validations)) question = { ...question, type: 'email' };
  for (const name of ['min', 'max'] as const) {
    if (!(name in validations) && data[name] !== undefined && question.type !== 'text') {
      const limit = limitOf(question.type, name, String(data[name]));
      if (limit) set(limit);
    }
  }
  for (const [name, value] of Object.entries(validations)) {
    if (silent.has(name) || typing.has(name)) continue;
    if (name === 'matches' && question.type === 'email') continue;
    const limit = limitOf(question.type, name, String(value ?? ''));
    const digits = name === 'matches' && question.type === 'text' ? digitsOf(String(value ?? '')) : undefined;
    if (digits !== undefined) {
      question = {
        ...question,
        type: 'identifier',
        own: {
          pattern: `[0-9]{${digits}}`,
          example: '1234567890'.repeat(4).slice(0, digits),
          alphabet: 'digits',
        },
      };
    } else if (limit) set(limit);
    else
      question.notes.push(
        component.note(
          'lost',
          `la validation \`${name}\` n’a pas d’équivalent ici`,
          `validation \`${name}\` has no equal here`,
          'validations',
        ),
      );
  }
  if (data['validation-messages'] !== undefined)
    question.notes.push(
      component.note(
        'by-guichet',
        'les messages d’erreur sont ceux de Guichet, les mêmes à chaque porte',
        'the error messages are those of Guichet, the same at each door',
        'validation-messages',
      ),
    );
  return question;
}

/** Gives the limit that a validation sets on a type, undefined when there is none. Shape: `36,length`, `10,value`, `3` */
function limitOf(type: FrwQuestion['type'], name: string, value: string): Data | undefined {
  const [first = '', second = '', third = ''] = value.split(',').map((part) => part.trim());
  if (name === 'between') {
    // The bounds themselves are outside.
    const low = limitOf(type, 'min', `${Number(first) + 1},${third}`);
    const high = limitOf(type, 'max', `${Number(second) - 1},${third}`);
    return low && high ? { ...low, ...high } : undefined;
  }
  if (type === 'date') return dateLimit(name, first);
  if ((name !== 'min' && name !== 'max') || first === '' || !Number.isFinite(Number(first))) return undefined;
  const amount = Number(first);
  switch (type) {
    case 'text':
    case 'long-text':
      if (name !== 'max' || second === 'value' || amount < 1) return undefined;
      return { maxLength: Math.min(Math.floor(amount), type === 'text' ? 500 : 4000) };
    case 'number':
      // Nothing below zero can be keyed by telephone.
      return second === 'length' || amount < 0 ? undefined : { [name]: amount };
    case 'money':
      return second === 'length' || amount < 0 ? undefined : { [`${name}Cents`]: Math.round(amount * 100) };
    default:
      return undefined;
  }
}

function dateLimit(name: string, value: string): Data | undefined {
  if (name === 'avant' || (name === 'before' && value === '')) return { range: { daysMax: -1 } };
  if (name === 'after' && value === '') return { range: { daysMin: 1 } };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const shifted = (days: number): string =>
    new Date(Date.parse(`${value}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  if (Number.isNaN(Date.parse(`${value}T00:00:00Z`))) return undefined;
  if (name === 'before') return { range: { max: shifted(-1) } };
  if (name === 'after') return { range: { min: shifted(1) } };
  if (name === 'min' || name === 'max') return { range: { [name]: value } };
  return undefined;
}

/** A text held to the form of an address with `@` is an email. */
function isEmail(validations: Data): boolean {
  if ('email' in validations) return true;
  const pattern = validations['matches'];
  return typeof pattern === 'string' && pattern.startsWith('/') && pattern.includes('@');
}

/** How many digits a pattern asks for, when it asks for nothing else. */
function digitsOf(pattern: string): number | undefined {
  const count = /^\/\^?(?:\\d|\[0-9\])\{(\d{1,2})\}\$?\/$/.exec(pattern)?.[1];
  return count === undefined || Number(count) < 2 || Number(count) > 30 ? undefined : Number(count);
}
