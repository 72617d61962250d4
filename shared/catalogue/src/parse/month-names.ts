import type { Language } from '@guichet/kernel';

/** The months as each language writes them inside a date. */
export const monthNames: Record<Language, readonly string[]> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '');

const shortForms: [string, number][] = [
  ['janv', 1],
  ['jan', 1],
  ['fevr', 2],
  ['fev', 2],
  ['feb', 2],
  ['mar', 3],
  ['avr', 4],
  ['apr', 4],
  ['juil', 7],
  ['jul', 7],
  ['jun', 6],
  ['aug', 8],
  ['sept', 9],
  ['sep', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
];

const numbers = new Map<string, number>([
  ...shortForms,
  ...Object.values(monthNames).flatMap((names) =>
    names.map((name, at) => [plain(name), at + 1] as [string, number]),
  ),
]);

/** Gives the number of a month named in French or English, in full or shortened; accents and capitals do not matter. */
export function monthNumber(name: string): number | undefined {
  return numbers.get(plain(name));
}
