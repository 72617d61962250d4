import type { QuestionOf } from '@guichet/catalogue';
import type { Bilingual } from '@guichet/kernel';
import { words } from '@guichet/pages';

type Walk = ReturnType<typeof words>['walk'];

/** Makes a question of a form of our own, so that it is drawn, looks and reads as those of services do. */
export function codeQuestion(
  key: string,
  label: (walk: Walk) => string,
  help: (walk: Walk) => string,
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

function inBoth(say: (walk: Walk) => string): Bilingual {
  return { fr: say(words('fr').walk), en: say(words('en').walk) };
}
