import { formatReference } from '@guichet/kernel';

/** Puts the reference, in groups, and the service's name where words told to a person leave room for them. */
export function fillWords(words: string, facts: { reference: string; service: string }): string {
  return words
    .replaceAll('{reference}', formatReference(facts.reference))
    .replaceAll('{service}', facts.service);
}
