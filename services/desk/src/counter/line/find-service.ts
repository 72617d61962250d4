import type { ServiceShelf } from '@guichet/casework';
import type { CompiledService } from '@guichet/catalogue';
import { foldWord, type Language } from '@guichet/kernel';

/**
 * Finds the services of the counter that a few letters may mean: the one named so, else those with a word that begins so.
 *
 * Guarantee: a name before a keyword; all words typed must be found; what the counter does not take is never found.
 */
export function findServices(
  shelf: Pick<ServiceShelf, 'services'>,
  typed: string,
  language: Language,
): CompiledService[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  const open = shelf.services.filter(({ definition }) => !definition.channels.counter);
  const named = open.filter(
    ({ definition }) =>
      definition.code === typed.trim() || foldWord(definition.name[language]) === foldWord(typed.trim()),
  );
  if (named.length > 0) return named;
  const holding = (textOf: (service: CompiledService) => readonly string[]) =>
    open.filter((service) => {
      const held = textOf(service).flatMap(wordsOf);
      return wanted.every((word) => held.some((one) => one.startsWith(word)));
    });
  const byName = holding(({ definition }) => [definition.name[language]]);
  return byName.length > 0 ? byName : holding(({ definition }) => definition.keywords?.[language] ?? []);
}

function wordsOf(text: string): string[] {
  return foldWord(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
