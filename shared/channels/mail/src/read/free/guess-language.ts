import type { Language } from '@guichet/kernel';

/** Words that stand in nearly every letter of one language and hardly ever in one of the other. */
const common: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    'le la les un une des du de et est en que qui dans pour pas au aux ce cette ne je vous nous il elle mon ma mes votre vos par sur avec sont été être monsieur madame objet bonjour merci demande'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and to is in that it for was with be this are have has from you your we my our would please not been which will dear re thank sincerely regards yours'.split(
      ' ',
    ),
  ),
};

/**
 * Guesses the language of a text by its commonest words and its accents.
 *
 * Shape: undefined when too little of either stands there.
 */
export function guessLanguage(text: string): Language | undefined {
  const words = text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  let [fr, en] = [0, 0];
  for (const word of words) {
    if (common.fr.has(word) || /[éèêàçùûîôâœ]/.test(word)) fr += 1;
    else if (common.en.has(word)) en += 1;
  }
  if (Math.max(fr, en) < 2) return undefined;
  if (fr >= en * 2) return 'fr';
  return en >= fr * 2 ? 'en' : undefined;
}
