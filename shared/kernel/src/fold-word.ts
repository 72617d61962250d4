/** Folds accents, case and the apostrophe of print, so that words can be looked for: `Érables` and `erables` are one word. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('’', "'");
}
