import type { QuestionOf } from '@guichet/catalogue';
import type { Bilingual } from '@guichet/kernel';
import { type Words, words } from './words.ts';

/** Makes a question of a form of our own, so that it is drawn, looks and reads as those of services do. */
export function codeQuestion(
  key: string,
  label: (said: Words) => string,
  help: (said: Words) => string,
): QuestionOf<'text'> {
  return {
    key,
    type: 'text',
    label: inBoth(label),
    help: inBoth(help),
    required: true,
    sensitivity: 'personal',
    maxLength: 120,
  };
}

function inBoth(say: (said: Words) => string): Bilingual {
  return { fr: say(words('fr')), en: say(words('en')) };
}
