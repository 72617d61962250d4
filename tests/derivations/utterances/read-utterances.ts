import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '@guichet/kernel';

export const utteranceKinds = [
  ...([
    'yes-no',
    'date',
    'number',
    'money',
    'phone',
    'identifier',
    'postal-code',
    'time',
    'mark',
    'choice',
  ] as const),
  'menu' as const,
];
export type UtteranceKind = (typeof utteranceKinds)[number];

/** What a recogniser writes of what a caller says to one kind of question, and the only value it may become. */
export interface Utterance {
  kind: UtteranceKind;
  /** Which question of its kind; `-` where there is one. */
  context: string;
  said: string;
  /** As the answer is kept; undefined where it must be asked again. */
  expected: string | undefined;
}

/** Reads the utterances written by hand. Shape: kind, context, what is said, and the value, `-` for none. */
export function writtenUtterances(language: Language): Utterance[] {
  const text = readFileSync(fileURLToPath(new URL(`./${language}.tsv`, import.meta.url)), 'utf8');
  const [, ...lines] = text.trimEnd().split('\n');
  return lines.map((line) => {
    const [kind = '', context = '', said = '', expected = ''] = line.split('\t');
    const known = utteranceKinds.find((name) => name === kind);
    if (known === undefined || said === '' || expected === '') throw new Error(`not an utterance: ${line}`);
    return { kind: known, context, said, expected: expected === '-' ? undefined : expected };
  });
}
