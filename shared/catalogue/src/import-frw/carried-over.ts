import type { Bilingual } from '@guichet/kernel';
import { frwKey } from './frw-key.ts';
import type { FrwNote } from './frw-note.ts';
import { KnownAnswers } from './known-answers.ts';
import { type Place, when } from './place.ts';
import type { Data, FrwRead } from './read-frw.ts';

/** Gathers what was made so far of the components of a form. */
export class CarriedOver {
  readonly lineOf: FrwRead['lineOf'];
  readonly known = new KnownAnswers();
  readonly questions: Data[] = [];
  readonly notes: FrwNote[] = [];
  readonly counts = { components: 0, carried: 0, conditions: 0, conditionsRead: 0 };
  readonly #taken = new Set<string>();

  constructor(lineOf: FrwRead['lineOf']) {
    this.lineOf = lineOf;
  }

  tell(...notes: FrwNote[]): void {
    this.notes.push(...notes);
  }

  /** Makes the key of a question that no other has, the prefix of its sections before it. */
  key({ prefix }: Place, name: string, start = ''): string {
    return frwKey([start, prefix, name].filter(Boolean).join('-'), this.#taken);
  }

  /** Adds a question to the list it stands in, or to the form. */
  put(place: Place, question: Data): void {
    (place.list?.members ?? this.questions).push({ ...question, ...when(place.when) });
  }

  /** Adds a text to read; none where its condition is unknown, since it would be shown to all. */
  inform(label: Bilingual, body: Bilingual, place: Place, name: string): void {
    if (place.loose) return;
    const key = this.key(place, name, 'info');
    this.questions.push({ key, type: 'information', label, body, ...when(place.when) });
  }
}
