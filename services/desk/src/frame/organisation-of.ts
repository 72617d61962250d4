import type { Bilingual } from '@guichet/kernel';

/** The body that the desk answers for. */
export interface Organisation {
  name: Bilingual;
  /** Lines of its address on letters; the first names it. */
  address: readonly string[];
}

/** Gives the body that the desk answers for; ours where none is named. */
export function organisationOf({ organisation }: { organisation?: Organisation }): Organisation {
  return organisation ?? { name: { fr: 'Guichet', en: 'Guichet' }, address: ['Guichet'] };
}
