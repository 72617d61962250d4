import { foldWord } from '@guichet/kernel';

/** A word as it was written, without its accents and capitals. */
export interface SplitWord {
  written: string;
  folded: string;
}

/** Words that say nothing of a case. */
const idle = new Set(
  'de la le les du des un une et au aux en sur ma mon mes sa son ses ce que qui ne pas par pour dans est il elle je the of and to in on at my is it for'.split(
    ' ',
  ),
);

/** Splits a text into its words of two characters and more, without those that every text holds. `l’érable` is one word: `érable`. */
export function splitWords(text: string): SplitWord[] {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return words.flatMap((written) => {
    const folded = foldWord(written);
    return folded.length < 2 || idle.has(folded) ? [] : [{ written: written.toLowerCase(), folded }];
  });
}
