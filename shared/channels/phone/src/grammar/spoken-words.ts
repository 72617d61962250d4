/** One word of what a recogniser wrote. */
export interface SpokenWord {
  /** Letters without accents, digits (with the decimal mark inside them), or one of `$ ¢ : /`. */
  word: string;
  /** A hyphen holds it to the word before: `dix-huit`. */
  joined: boolean;
  /** A comma, a full stop or a word left out stands before it. */
  apart: boolean;
}

/**
 * Cuts what a recogniser wrote into words; letters and digits are parted, so that `14h30` is three words.
 *
 * Guarantee: takes time in proportion to the text.
 */
export function spokenWords(text: string): SpokenWord[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe');
  const words: SpokenWord[] = [];
  let end = 0;
  for (const found of plain.matchAll(/\d+(?:[.,]\d+)*|[a-z]+|[$¢:/]/g)) {
    const between = plain.slice(end, found.index);
    words.push({
      word: found[0],
      joined: between === '-' || between === '\u2011',
      apart: /[,;.!?…]/.test(between),
    });
    end = found.index + found[0].length;
  }
  return words;
}

/** Words and phrases of five words at most that carry nothing. */
export interface Fillers {
  anywhere: ReadonlySet<string>;
  /** Before an answer only: inside one they may be a number misheard, `oui` for `huit`. */
  first?: ReadonlySet<string>;
}

/**
 * Leaves out words that carry nothing; what stood on both sides of one is apart. `means` keeps phrases that hold such words.
 */
export function withoutFillers(
  words: readonly SpokenWord[],
  { anywhere, first }: Fillers,
  means?: (phrase: string) => boolean,
): SpokenWord[] {
  const kept: SpokenWord[] = [];
  let apart = false;
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    const opening = kept.length === 0 && first?.has(word?.word ?? '') === true;
    const length = opening ? 1 : phraseAt(words, at, (phrase) => anywhere.has(phrase));
    const meant = opening || means === undefined ? 0 : phraseAt(words, at, means);
    if (meant > 0 && meant >= length) {
      kept.push(...words.slice(at, at + meant));
      apart = false;
      at += meant;
      continue;
    }
    if (length > 0) apart = true;
    else if (word !== undefined) {
      kept.push(apart ? { ...word, joined: false, apart: true } : word);
      apart = false;
    }
    at += Math.max(1, length);
  }
  return kept;
}

function phraseAt(words: readonly SpokenWord[], at: number, known: (phrase: string) => boolean): number {
  for (let length = Math.min(5, words.length - at); length > 0; length -= 1) {
    if (known(wordsText(words, at, at + length))) return length;
  }
  return 0;
}

/** The words from one place up to another, with single spaces. */
export function wordsText(words: readonly SpokenWord[], from = 0, to = words.length): string {
  return words
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
}
