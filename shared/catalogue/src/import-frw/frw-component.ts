import type { Bilingual } from '@guichet/kernel';
import type { QuestionType } from '../definition.ts';
import { type FrwFate, type FrwNote, note } from './frw-note.ts';
import { type Data, type FrwRead, isData } from './read-frw.ts';

/** A component of a form, with what every type of it has. */
export interface FrwComponent {
  data: Data;
  /** Empty where it has none. */
  name: string;
  type: string;
  line: number;
  validations: Data;
  required: boolean;
  /** Makes a line of the report about this component, or about one of its keys. */
  note(fate: FrwFate, fr: string, en: string, key?: string): FrwNote;
}

/** What a component becomes: the parts of a question that its type decides. */
export interface FrwQuestion {
  type: QuestionType;
  /** `maxLength`, `options`… as the language has them. */
  own: Data;
  sensitive?: boolean;
  /** By the form's option value in small letters. */
  options: ReadonlyMap<string, string | boolean>;
  /** In place of the component's own label. */
  label?: Bilingual;
  notes: FrwNote[];
}

/** Reads what all components have. */
export function frwComponent(data: Data, lineOf: FrwRead['lineOf']): FrwComponent {
  const line = lineOf(data);
  const name = typeof data['name'] === 'string' ? data['name'] : '';
  const validations = isData(data['validations']) ? data['validations'] : {};
  // An interaction without a type is a line of text, as FRW has it.
  const type = typeof data['type'] === 'string' ? data['type'] : 'text';
  return {
    data,
    name,
    type,
    line,
    validations,
    required: !('optional' in validations),
    note: (fate, fr, en, key) =>
      note(key === undefined ? line : lineOf(data, key), name === '' ? type : name, fate, fr, en),
  };
}
