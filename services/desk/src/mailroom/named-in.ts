import type { Letter } from '@guichet/casework';

/**
 * Gives the numbers of cases that a letter names, the likeliest first.
 *
 * Guarantee: of a form, only what a page put behind it names: what its own code names is where its answers go.
 */
export function namedIn({
  serviceCode,
  reference,
  suggestions,
}: Pick<Letter, 'serviceCode' | 'reference' | 'suggestions'>): string[] {
  const written = (suggestions?.references ?? []).map(({ value }) => value);
  return serviceCode !== null || reference === undefined ? written : [...new Set([reference, ...written])];
}
