/** The two languages the product speaks; French comes first wherever no choice was made (Charter of the French language). */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in both languages. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** Gives the language asked for, or French when the value is not one of ours. */
export function languageOr(value: unknown): Language {
  return value === 'en' ? 'en' : 'fr';
}
