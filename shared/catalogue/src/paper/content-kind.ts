import type { CompiledService } from '../compiled.ts';
import { questionAt } from './question-at.ts';

/** What a field of a paper form holds, as far as reading it goes: each kind is right or wrong at a rate of its own. */
export const contentKinds = [
  'mark',
  'date',
  'number',
  'money',
  'phone',
  'email',
  'postal-code',
  'identifier',
  'name',
  'street',
  'municipality',
  'text',
  'long-text',
] as const;
export type ContentKind = (typeof contentKinds)[number];

const ofType: Readonly<Record<string, ContentKind>> = {
  choice: 'mark',
  choices: 'mark',
  'yes-no': 'mark',
  consent: 'mark',
  scale: 'mark',
  ranking: 'number',
  date: 'date',
  number: 'number',
  money: 'money',
  phone: 'phone',
  email: 'email',
  identifier: 'identifier',
  person: 'name',
  'long-text': 'long-text',
};

const ofPart: Readonly<Record<string, ContentKind>> = {
  birthDate: 'date',
  day: 'date',
  time: 'number',
  street: 'street',
  municipality: 'municipality',
  postalCode: 'postal-code',
};

/** Tells what the field at a path holds. */
export function contentKind(service: CompiledService, path: string): ContentKind {
  const at = questionAt(service, path);
  if (at === undefined) return 'text';
  return (at.part === undefined ? undefined : ofPart[at.part]) ?? ofType[at.question.type] ?? 'text';
}
