import type { CarriedOver } from './carried-over.ts';
import { note } from './frw-note.ts';
import { partNotes } from './lost-parts.ts';
import type { Place } from './place.ts';
import type { Data } from './read-frw.ts';
import { readVIf } from './read-v-if.ts';
import { toCondition } from './to-condition.ts';

/** Adds the condition of a part of the form to those above it; undefined when it can never be shown. */
export function underCondition(made: CarriedOver, data: Data, above: Place, name: string): Place | undefined {
  made.tell(...partNotes(data, name, made.lineOf));
  const source = data['v-if'];
  if (source === undefined || source === null || source === true) return above;
  const line = made.lineOf(data, 'v-if');
  made.counts.conditions += 1;
  if (source === false || source === 'false') {
    made.counts.conditionsRead += 1;
    made.tell(note(line, name, 'lost', 'n’est jamais affiché (v-if: false)', 'is never shown (v-if: false)'));
    return undefined;
  }
  const test = readVIf(String(source));
  const read =
    test === undefined
      ? { ok: false as const, why: { fr: 'c’est un script', en: 'it is a script' } }
      : toCondition(test, made.known, above);
  if (read.ok) {
    made.counts.conditionsRead += 1;
    return { ...above, when: [...above.when, read.condition] };
  }
  made.tell(
    note(
      line,
      name,
      'to-complete',
      `condition à écrire (${read.why.fr}) : ${String(source)}`,
      `condition to write (${read.why.en}): ${String(source)}`,
    ),
  );
  return { ...above, loose: true };
}
