import type { Wait } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';

/** Says how long people waited lately and on how many calls that rests, or that it is not known yet. */
export function waitWords(wait: Wait, language: Language): string {
  const { wait: say } = words(language).work.visits;
  return wait.kind === 'known' ? say.known(wait.minutes, wait.called) : say.unknown;
}
