import type { Bilingual } from '@guichet/kernel';

/** Something wrong in a service definition, and where: keys and positions from the top of the file. */
export interface CheckProblem {
  path: readonly (string | number)[];
  message: Bilingual;
  /** What to do about it, where we know. */
  suggestion?: Bilingual;
}

/** Makes a problem; what to do comes last. */
export function problemAt(
  path: readonly (string | number)[],
  fr: string,
  en: string,
  suggestion?: Bilingual,
): CheckProblem {
  return suggestion === undefined ? { path, message: { fr, en } } : { path, message: { fr, en }, suggestion };
}
