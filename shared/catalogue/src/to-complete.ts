import type { Bilingual } from '@guichet/kernel';

/** The words that mark, in a definition, what a person must still write. */
export const toCompleteMark: Bilingual = { fr: 'À COMPLÉTER', en: 'TO COMPLETE' };

/** Tells whether any text of a definition, or of a part of one, still bears the mark. */
export function isToComplete(part: unknown): boolean {
  if (typeof part === 'string') return part.includes(toCompleteMark.fr) || part.includes(toCompleteMark.en);
  return typeof part === 'object' && part !== null && Object.values(part).some(isToComplete);
}
