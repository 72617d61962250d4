import { type Bilingual, languages, type Language } from '@guichet/kernel';

/** One of two texts that a person can’t tell apart. */
export interface Alike<T> {
  /** The later of the two. */
  item: T;
  as: T;
  language: Language;
}

/** Finds texts that read alike in a language, once case, accents and spaces are folded: each with the first it is taken for. */
export function readsAlike<T>(items: readonly T[], textOf: (item: T) => Bilingual): Alike<T>[] {
  return languages.flatMap((language) => {
    const seen = new Map<string, T>();
    return items.flatMap((item): Alike<T>[] => {
      const read = folded(textOf(item)[language]);
      const as = seen.get(read);
      if (as !== undefined) return [{ item, as, language }];
      seen.set(read, item);
      return [];
    });
  });
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\s]+/gu, '')
    .toLowerCase();
