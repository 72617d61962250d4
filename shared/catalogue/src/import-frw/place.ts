import type { Condition } from '../definition.ts';
import { toCompleteMark } from '../to-complete.ts';
import type { FrwComponent } from './frw-component.ts';
import type { Scope } from './known-answers.ts';
import type { Data } from './read-frw.ts';

/** Where a component stands: under which conditions, in which list. */
export interface Place extends Scope {
  when: readonly Condition[];
  /** A condition above could not be read: what is asked here can't be required. */
  loose: boolean;
  /** Members of the list it is in, and what can't be in a list and follows it. */
  list?: { members: Data[]; after: Data[] };
}

/** What a form says once its answers are checked: Guichet has its own page for that. */
export const isReview = (data: Data): boolean => String(data['v-if'] ?? '').includes('EtatRevision');

/** Puts the conditions above a question together. */
export function when(conditions: readonly Condition[]): { when?: Condition } {
  const [only] = conditions;
  if (only === undefined) return {};
  return { when: conditions.length === 1 ? only : { all: [...conditions] } };
}

/** What every question has. FRW says nothing of privacy: all is protected until a person decides. */
export function askedParts({ required }: FrwComponent, { loose }: Place, sensitive = false): Data {
  return {
    ...(required && !loose ? {} : { required: false }),
    sensitivity: sensitive ? 'sensitive' : 'personal',
    purpose: {
      fr: `${toCompleteMark.fr} – pourquoi on le demande`,
      en: `${toCompleteMark.en} – why it is asked`,
    },
  };
}
