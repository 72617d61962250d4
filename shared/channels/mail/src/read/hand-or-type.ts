import { type Component, components } from './components.ts';
import type { GreyImage } from './grey-image.ts';
import { pixelsPerMm } from './rectify.ts';

/** How far letters stray from where a machine would have set them. Unit: millimetres, one a letter. */
export type Strays = readonly number[];

/** What the letters of one page or field say about who wrote them. */
export interface Traces {
  /** Feet of letters off the line they stand on. */
  readonly feet: Strays;
  /** Heights of figures and capitals in boxes off their usual height. */
  readonly heights: Strays;
}

/** Nobody writes so straight by hand for long; type, scanned at 300 dots an inch, stays within 0.06 mm. */
const feetMax = 0.075;
/** A few letters can stand straight by chance: the fewer there are, the straighter they must stand. */
const chance = 1.2;
/** One field among typed ones: more, since it has fewer letters to tell by. */
const fieldFeetMax = 0.1;
const heightsMax = 0.085;
const lettersMin = 4;
/** So many on one straight line are no chance. */
const lettersThatProve = 15;

/** Tells whether the text of a page is by hand; what is too little to tell by is. */
export function isTextByHand(feet: Strays): boolean {
  return feet.length < lettersMin || mean(feet) > feetMax * (1 - chance / Math.sqrt(feet.length));
}

/** Tells whether most of what was read in a field stands on no line: a hand wrote it, or it is no writing. */
export function isScattered(text: string, feet: Strays): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters > lettersMin && feet.length < letters / 2;
}

/**
 * Tells which texts of a page were written by hand, though the page as a whole looks typed.
 *
 * Guarantee: beside a text by hand, one of few letters is taken for the same hand's: a short name can stand straight by chance.
 */
export function areTextsByHand(texts: readonly Strays[]): boolean[] {
  const alone = texts.map((feet) => feet.length > lettersMin && mean(feet) > fieldFeetMax);
  const hasHand = alone.includes(true);
  return texts.map((feet, at) => alone[at] === true || (hasHand && feet.length < lettersThatProve));
}

/** Tells whether the characters in the boxes of a page are by hand: figures alone never tell, so they are where no typed text proves the page typed. */
export function areBoxesByHand({ feet, heights }: Traces): boolean {
  if (feet.length < lettersThatProve || isTextByHand(feet)) return true;
  return heights.length > lettersMin && mean(heights) > heightsMax;
}

/** Measures how far the feet of the letters in lines of text stray from a straight line through them. */
export function feetStrays(image: GreyImage): Strays {
  const mask = Uint8Array.from(image.data, (value) => (value < 140 ? 1 : 0));
  const patches = components(mask, image.width, 12);
  const tall = median(patches.map(heightOf).filter((height) => height > 12));
  const letters = patches
    .filter((patch) => heightOf(patch) > 0.55 * tall && heightOf(patch) < 2.2 * tall)
    .filter((patch) => patch.right - patch.left < 3 * tall)
    .sort((a, b) => a.left - b.left);
  return linesOf(letters).flatMap((line) => straysOf(line, tall));
}

/** Measures how far heights stray from their median, the worst tenth left out, where dust lies in a box. Unit: pixels */
export function heightStrays(heights: readonly number[]): Strays {
  if (heights.length < 3) return [];
  const usual = median(heights);
  const off = heights.map((height) => Math.abs(height - usual) / pixelsPerMm).sort((a, b) => a - b);
  return off.slice(0, Math.ceil(off.length * 0.9));
}

const heightOf = ({ top, bottom }: Component): number => bottom - top + 1;
const mean = (values: Strays): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Each letter goes on the line whose last letter it stands beside. */
function linesOf(letters: readonly Component[]): Component[][] {
  const lines: Component[][] = [];
  for (const letter of letters) {
    const line = lines.find((one) => {
      const last = one.at(-1) ?? letter;
      const shared = Math.min(letter.bottom, last.bottom) - Math.max(letter.top, last.top);
      return shared > 0.4 * Math.min(heightOf(letter), heightOf(last));
    });
    if (line === undefined) lines.push([letter]);
    else line.push(letter);
  }
  return lines;
}

/** What hangs below the line by nature (g, p, y) is left out. */
function straysOf(line: readonly Component[], tall: number): number[] {
  if (line.length < 3) return [];
  const slopes = line.flatMap((a, at) =>
    line
      .slice(at + 1)
      .filter((b) => b.left - a.left > 2 * tall)
      .map((b) => (b.bottom - a.bottom) / (b.left - a.left)),
  );
  const slope = Math.max(-0.015, Math.min(0.015, median(slopes)));
  const feet = line.map(({ bottom, left }) => bottom - slope * left);
  const foot = median(feet);
  return feet
    .map((one) => Math.abs(one - foot))
    .filter((off) => off < 0.16 * tall)
    .map((off) => off / pixelsPerMm);
}
