import type { Bilingual } from '@guichet/kernel';
import { toCompleteMark } from '../to-complete.ts';
import type { FrwComponent } from './frw-component.ts';
import type { FrwNote } from './frw-note.ts';
import { frwText } from './frw-texts.ts';

/** Reads the label of a component, under the mark where the form has none or has it in one language only. */
export function frwLabel(component: FrwComponent): { label: Bilingual; notes: FrwNote[] } {
  const read = frwText(component.data['label']);
  if (read === undefined)
    return {
      label: {
        fr: `${toCompleteMark.fr} – ${component.name}`,
        en: `${toCompleteMark.en} – ${component.name}`,
      },
      notes: [component.note('to-complete', 'il n’a pas de libellé', 'it has no label')],
    };
  return {
    label: read.text,
    notes: read.untranslated
      ? [
          component.note(
            'to-complete',
            'le libellé n’est pas traduit',
            'the label is not translated',
            'label',
          ),
        ]
      : [],
  };
}
