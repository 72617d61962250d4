import type { Bilingual } from '@guichet/kernel';

/** What part of a service a change touches, as a person would sort them. */
export const diffThemes = ['offered', 'asked', 'promised', 'cost', 'decided', 'told'] as const;
export type DiffTheme = (typeof diffThemes)[number];

/** One thing that is no longer as it was, in plain words. */
export interface Change {
  theme: DiffTheme;
  words: Bilingual;
}

/** An answer of a draft that would not go on under the new version. */
export interface LostAnswer {
  /** Of the old version. */
  key: string;
  /** `all`: whatever was answered; `some`: only the answers that the words tell of. */
  scope: 'all' | 'some';
  words: Bilingual;
}

/** What changes for a person between two versions of a service. */
export interface ServiceDiff {
  code: string;
  from: number;
  to: number;
  changes: Change[];
  lost: LostAnswer[];
  /** Parts that changed and that nobody outside sees: routing, hints for search and speech. */
  inside: Bilingual[];
}
