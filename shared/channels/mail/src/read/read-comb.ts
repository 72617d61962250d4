import type { CellClass, CombField } from '../form/form-layout.ts';
import { agreedCharacters } from './agree-on-characters.ts';
import { nameCharacter } from './characters/name-character.ts';
import { fieldPicture, type FieldPicture, sideBySide, type Tones, tonesAround } from './field-picture.ts';
import type { FieldDoubt } from './field-reading.ts';
import { cropped, type GreyImage, padded, scaled, softened } from './grey-image.ts';
import { heightStrays, type Strays } from './hand-or-type.ts';
import { pixelsPerMm } from './rectify.ts';
import { settledPlace } from './settled-place.ts';
import type { ReadingOptions, TextReader } from './text-reader.ts';

/** One character a cell; a blank cell is a space. */
export interface CombReading {
  /** As long as the comb has cells; undefined when all are blank. */
  text: string | undefined;
  confidence: number;
  doubts: FieldDoubt[];
  /** How uneven its characters are; tells type from a hand. */
  heights: Strays;
}

/** What readers of two kinds agree on is not less sure than this. */
const sureMin = 0.8;

const alphabets: Record<CellClass, string> = {
  '9': '0123456789',
  A: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  X: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
};
/** Canada's postal codes never hold D, F, I, O, Q or U. */
const postalLetters = 'ABCEGHJKLMNPRSTVWXYZ';
const inkMin = 0.2;

/**
 * Reads a comb: each box is read by itself, and the characters of each kind, set side by side, as a line among that kind only;
 * by a second network where these differ.
 */
export async function readComb(
  page: GreyImage,
  field: CombField,
  tones: Tones,
  reader: TextReader,
): Promise<CombReading> {
  const cells = cellsOf(page, field, tones);
  const written = cells.flatMap((cell, at) => (cell.ink >= inkMin ? [at] : []));
  if (written.length === 0) return { text: undefined, confidence: 1, doubts: [], heights: [] };
  const letters = Array.from({ length: cells.length }, () => ' ');
  const doubts = new Set<FieldDoubt>();
  let confidence = 1;
  for (const kind of ['9', 'A', 'X'] as const) {
    const places = written.filter((at) => field.classes[at] === kind);
    if (places.length === 0) continue;
    const alphabet = kind === 'A' && field.shape === 'postal-code' ? postalLetters : alphabets[kind];
    const pictures = places.flatMap((at) => cells[at] ?? []);
    const read = await readCells(pictures, alphabet, reader);
    for (const [n, at] of places.entries()) letters[at] = read.letters[n] ?? '?';
    for (const doubt of read.doubts) doubts.add(doubt);
    confidence = Math.min(confidence, read.confidence);
  }
  const even = [/\d/, /[A-IK-PR-Z]/].map((kind) =>
    cells.filter((_, at) => kind.test(letters[at] ?? '')).map(heightOf),
  );
  return { text: letters.join(''), confidence, doubts: [...doubts], heights: even.flatMap(heightStrays) };
}

/** Reads the boxes of one figure of a ranking side by side: a figure alone is often missed, a row of them is not. */
export async function readRanks(
  page: GreyImage,
  fields: readonly CombField[],
  tones: Tones,
  reader: TextReader,
): Promise<CombReading[]> {
  const boxes = fields.map((field) => cellsOf(page, field, tones)[0]);
  const written = boxes.flatMap((box) => (box !== undefined && box.ink >= inkMin ? [box] : []));
  const read = written.length === 0 ? undefined : await readCells(written, alphabets['9'], reader);
  return boxes.map((box) => {
    const at = box === undefined ? -1 : written.indexOf(box);
    if (read === undefined || at < 0) return { text: undefined, confidence: 1, doubts: [], heights: [] };
    // What all the boxes tell together is told once.
    const heights = at === 0 ? heightStrays(written.map(heightOf)) : [];
    return { text: read.letters[at] ?? '?', confidence: read.confidence, doubts: read.doubts, heights };
  });
}

const heightOf = ({ bounds }: FieldPicture): number => bounds.bottom - bounds.top + 1;

/** Cuts a comb into its cells, from where its frame is found. */
function cellsOf(page: GreyImage, field: CombField, tones: Tones): FieldPicture[] {
  const whole = settledPlace(page, field.place);
  const dx = whole.x - field.place.x;
  const dy = whole.y - field.place.y;
  return field.cells.map((cell) =>
    fieldPicture(page, { ...cell, x: cell.x + dx, y: cell.y + dy }, 0.45, tonesAround(page, cell, tones)),
  );
}

async function readCells(
  cells: readonly FieldPicture[],
  alphabet: string,
  reader: TextReader,
): Promise<{ letters: string[]; confidence: number; doubts: FieldDoubt[] }> {
  const alone = cells.map((cell) => nameCharacter(cell.image, alphabet));
  const least = Math.min(...alone.map(({ odds }) => odds));
  const strip = stripOf(cells);
  const first = await readStrip(strip, cells.length, { model: 'eng', alphabet }, reader);
  const early = agreedCharacters({ alone, lines: [first] });
  if (early.isSure)
    return { letters: early.letters, confidence: sureMin + (1 - sureMin) * least, doubts: [] };
  // Another model: one model read twice makes the same mistake twice, a B taken for an R.
  const second = await readStrip(softer(strip), cells.length, { model: 'fra', alphabet }, reader);
  const { letters, isSure } = agreedCharacters({ alone, lines: [first, second] });
  if (isSure) return { letters, confidence: sureMin, doubts: [] };
  const doubt = first === undefined && second === undefined ? 'count-differs' : 'readings-differ';
  return { letters, confidence: least / 2, doubts: [doubt] };
}

/** Gives the second reading something else to look at than the first. */
function softer(image: GreyImage): GreyImage {
  return scaled(softened(image), 0.72);
}

/** A line of more or fewer characters than there are boxes says nothing about any of them. */
async function readStrip(
  strip: GreyImage,
  count: number,
  options: ReadingOptions,
  reader: TextReader,
): Promise<string | undefined> {
  const { text } = await reader.read(strip, options);
  const letters = text.replace(/\s/g, '');
  return letters.length === count ? letters : undefined;
}

/** Keeps each character at its own height in the cell, so that the strip reads as one line. */
function stripOf(cells: readonly FieldPicture[]): GreyImage {
  const top = Math.min(...cells.map((cell) => cell.bounds.top));
  const bottom = Math.max(...cells.map((cell) => cell.bounds.bottom));
  const pieces = cells.map(({ whole, bounds }) =>
    cropped(whole, bounds.left, top, bounds.right - bounds.left + 1, bottom - top + 1),
  );
  return padded(sideBySide(pieces, Math.round(0.6 * pixelsPerMm)), 16);
}
