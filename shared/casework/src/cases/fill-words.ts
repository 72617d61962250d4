import { formatReference, type Language } from '@guichet/kernel';

export interface WordFacts {
  reference: string;
  service: string;
  /** Why it is decided so, where that is told. */
  reasons?: string;
}

const reasonsLabel = { fr: 'Motifs :', en: 'Reasons:' } as const;

/**
 * Puts the reference, in groups, the service's name and the reasons where words told to a person leave room for them; reasons that have no room
 * follow in a paragraph of their own.
 */
export function fillWords(
  words: string,
  { reference, service, reasons = '' }: WordFacts,
  language: Language = 'fr',
): string {
  const hasRoom = words.includes('{reasons}');
  const filled = words
    .replaceAll('{reference}', formatReference(reference))
    .replaceAll('{service}', service)
    .replaceAll('{reasons}', reasons)
    .trim();
  return reasons === '' || hasRoom || filled.includes(reasons)
    ? filled
    : `${filled}\n\n${reasonsLabel[language]} ${reasons}`;
}
