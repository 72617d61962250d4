import { alignedWords } from './aligned-words.ts';
import { diaereses, losesDiaeresis, type MarksAbove, marksFit } from './marks-above.ts';
import { neverWritten } from './tidy-text.ts';

/** What readers saw in one field, each tidied. */
export interface TextVotes {
  /** A recurrent network that knows French. */
  readonly network: string;
  /** A classifier of outlines, letter by letter, that knows French. */
  readonly shapes: string;
  /** A recurrent network that knows English: sure of letters, nearly blind to accents. Asked when the others differ. */
  readonly other?: string;
  /** What stands above the letters; undefined where many letters leave their count unsure. */
  readonly marks: MarksAbove | undefined;
}

/** A text for a field, and whether two different readers stand behind it. */
export interface AgreedText {
  readonly text: string;
  readonly isSure: boolean;
}

/**
 * Gives the network's text as sure when a different reader saw each of its words alike and the ink does not speak
 * against its accents; else the likeliest of what was seen.
 *
 * Guarantee: pure; never mends a reading by what a word ought to be.
 */
export function agreedText(seen: TextVotes): AgreedText {
  const votes = { ...seen, network: withoutStrokes(seen) };
  const { network, shapes, other = '', marks } = votes;
  if (isSeenTwice(votes)) return { text: network, isSure: true };
  const fits = (text: string) => marks === undefined || marksFit(text, marks);
  const isOutvoted = shapes !== '' && sameLetters(shapes, other) && !sameLetters(network, other);
  const isBelied = bare(shapes) === bare(network) && fits(shapes) && !fits(network);
  const isSmaller =
    shapes !== network && shapes.toLowerCase() === network.toLowerCase() && network[0] !== shapes[0];
  return { text: isOutvoted || isBelied || isSmaller ? shapes : network, isSure: false };
}

function isSeenTwice({ network, shapes, other = '', marks }: TextVotes): boolean {
  if (network === '' || (marks !== undefined && losesDiaeresis(network, marks))) return false;
  if (network === shapes) return true;
  const fits = marks === undefined || marksFit(network, marks);
  const [mine, theirs, others] = [wordsOf(network), wordsOf(shapes), wordsOf(other)];
  // A word more or less in one reading is a matter for the third.
  if (theirs.length !== mine.length && others.length !== mine.length) return false;
  const aligned = alignedWords(mine, theirs, isSame);
  const isPaired = marks !== undefined && marks.pairs > 0 && marks.pairs === diaereses(network);
  return mine.every((word, at) => {
    const shape = aligned[at];
    if (shape !== undefined && isSame(word, shape)) return true;
    // Only its size tells a small letter from its capital, and the networks do not look at it.
    if (word.toLowerCase() === shape?.toLowerCase()) return false;
    const second = others.length === mine.length ? others[at] : undefined;
    if (second === undefined || !sameLetters(word, second)) return false;
    // Both networks know words: "4e Avenue" becomes "de Avenue" to the two of them.
    if (shape !== undefined && hasFigure(word) !== hasFigure(shape)) return false;
    // A number has no accents that the marks could bear out or belie.
    if (!/\p{L}/u.test(word)) return marks !== undefined;
    if (shape !== undefined && accents(word) === accents(shape)) return fits || word.length === shape.length;
    if (isPaired && fits && shape !== undefined && differsByDiaeresis(word, shape)) return true;
    return fits && accentsAre(word, shape, marks);
  });
}

/** What looks like a 1 before an apostrophe is an l. */
const hasFigure = (word: string): boolean => /\d(?!')/.test(word);

const wordsOf = (text: string): string[] => text.split(/\s/);

/** Where the network saw strokes that nobody writes, for a figure or a capital, it saw nothing: the two others settle. */
function withoutStrokes({ network, shapes, other = '', marks }: TextVotes): string {
  if (!neverWritten.test(network) || (marks !== undefined && !marksFit(shapes, marks))) return network;
  const [mine, theirs, others] = [network, shapes, other].map(wordsOf) as [string[], string[], string[]];
  if (theirs.length !== mine.length || others.length !== mine.length) return network;
  return mine
    .map((word, at) => {
      const shape = theirs[at] ?? '';
      return neverWritten.test(word) && accents(shape) === '' && shape === others[at] ? shape : word;
    })
    .join(' ');
}

/** The two dots of a diaeresis stand apart in the ink: no reader has to tell them from a circumflex. */
function differsByDiaeresis(word: string, shape: string): boolean {
  const [mine, theirs] = [[...word], [...shape]];
  return (
    mine.length === theirs.length &&
    mine.every((letter, at) => {
      const isPair = letter.normalize('NFD').includes('\u0308');
      return isPair ? bare(letter) === bare(theirs[at] ?? '') : accents(letter) === accents(theirs[at] ?? '');
    })
  );
}

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const accents = (text: string): string => text.normalize('NFD').replace(/\P{M}/gu, '');

/** A faint comma is easily a full stop, never the other way round. */
const isSame = (word: string, seen: string): boolean =>
  word === seen || (word.endsWith(',') && seen === `${word.slice(0, -1)}.`);

/** The English reader says little on accents: the other French one must, or the marks that stand above the letters do. */
function accentsAre(word: string, witness: string | undefined, marks: MarksAbove | undefined): boolean {
  if (marks === undefined) return false;
  if (witness === undefined) return accents(word) === '';
  return accents(word).length !== accents(witness).length && isAccentAlone(word, witness);
}

/** Where two differ by an accent they must have seen one letter under it: the ink says nothing of an f seen as `â`. */
function isAccentAlone(word: string, witness: string): boolean {
  const [mine, theirs] = [[...word], [...witness]];
  if (mine.length !== theirs.length) return true;
  return mine.every((letter, at) => {
    const other = theirs[at] ?? '';
    return accents(letter) === accents(other) || bare(letter).toLowerCase() === bare(other).toLowerCase();
  });
}

/** How a reader that knows few accents sees letters that have one. */
const seenAs: Readonly<Record<string, string>> = {
  é: 'ec¢',
  è: 'eé',
  ê: 'eé',
  ë: 'eé',
  à: 'aé',
  â: 'aé',
  ç: 'cg',
  ô: 'o6b',
  î: 'ifí',
  ï: 'ií',
  Î: 'iI',
};

function sameLetters(word: string, seen: string): boolean {
  const [mine, theirs] = [[...word], [...seen]];
  if (mine.length !== theirs.length) return false;
  return mine.every((letter, at) => {
    const other = theirs[at] ?? '';
    if (letter === other || bare(letter) === bare(other)) return true;
    if (letter === ',' && at === mine.length - 1) return other === '.';
    // Before an apostrophe stands an l, which the English reader takes for a figure or a capital.
    if (letter === 'l' && mine[at + 1] === "'") return '1I'.includes(other);
    return seenAs[letter]?.includes(other) ?? false;
  });
}
