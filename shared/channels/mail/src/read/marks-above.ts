import { type Component, components } from './components.ts';
import type { GreyImage } from './grey-image.ts';

/** How many marks stand above letters: dots of i and j, and accents. */
export interface MarksAbove {
  readonly least: number;
  /** With each wide mark as two: the dots of a diaeresis may have run together, and a circumflex is as wide. */
  readonly most: number;
  /** Two dots side by side above one letter, as a diaeresis has. */
  readonly pairs: number;
}

/**
 * Counts the marks that stand free above letters by their ink alone, so that a lost or made-up accent shows whatever
 * the readers say.
 */
export function marksAbove(image: GreyImage): MarksAbove {
  const mask = Uint8Array.from(image.data, (value) => (value < 200 ? 1 : 0));
  const patches = components(mask, image.width, 4);
  const tall = heightOfLetters(patches);
  const letters = patches.filter((patch) => heightOf(patch) >= 0.5 * tall);
  const marks = patches.filter(
    (patch) => heightOf(patch) <= 0.5 * tall && letters.some((letter) => standsOn(patch, letter, tall)),
  );
  const wide = marks.filter((mark) => widthOf(mark) > 1.6 * heightOf(mark)).length;
  const pairs = marks.filter((mark) => marks.some((other) => isBeside(mark, other, tall))).length;
  return { least: marks.length, most: marks.length + wide, pairs };
}

/** Tells whether so many marks may stand above the letters of a text. */
export function marksFit(text: string, { least, most }: MarksAbove): boolean {
  let [fewest, highest] = [0, 0];
  for (const letter of text.normalize('NFC')) {
    const [few, many] = marksOf(letter);
    fewest += few;
    highest += many;
  }
  return least <= highest && most >= fewest;
}

/** Tells whether a diaeresis stands there that a text has not. */
export function losesDiaeresis(text: string, { pairs }: MarksAbove): boolean {
  return pairs > diaereses(text);
}

/** Counts the letters of a text that have a diaeresis. */
export const diaereses = (text: string): number => text.normalize('NFD').match(/\u0308/g)?.length ?? 0;

function marksOf(letter: string): [number, number] {
  const [base = '', ...signs] = letter.normalize('NFD');
  const [sign] = signs;
  if (sign === '\u0308') return [2, 2];
  if (sign === '\u0302') return [1, 2];
  if (sign === '\u0300' || sign === '\u0301') return [1, 1];
  return base === 'i' || base === 'j' ? [1, 1] : [0, 0];
}

const heightOf = ({ top, bottom }: Component): number => bottom - top + 1;
const widthOf = ({ left, right }: Component): number => right - left + 1;

function heightOfLetters(patches: readonly Component[]): number {
  const heights = patches
    .map(heightOf)
    .filter((height) => height > 10)
    .sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** Right above it, no further than the height of a small letter. */
function standsOn(mark: Component, letter: Component, tall: number): boolean {
  const middle = (mark.left + mark.right) / 2;
  const gap = letter.top - mark.bottom;
  return (
    letter !== mark && gap >= 2 && gap < 0.6 * tall && middle >= letter.left - 3 && middle <= letter.right + 3
  );
}

/** The next dot on its right, at its height and of its size. */
function isBeside(mark: Component, other: Component, tall: number): boolean {
  const gap = other.left - mark.right;
  return (
    gap > 0 &&
    gap < 0.4 * tall &&
    Math.abs(mark.top - other.top) <= 2 &&
    Math.abs(mark.bottom - other.bottom) <= 2 &&
    widthOf(mark) < 0.4 * tall &&
    widthOf(other) < 0.4 * tall
  );
}
