import type { GreyImage } from './grey-image.ts';
import { pixelsPerMm } from './rectify.ts';

/** Where lines as long as the side of a check box stand on a sheet. */
export interface PrintedLines {
  readonly width: number;
  readonly height: number;
  /** 1 where one stands, row by row. */
  readonly along: Uint8Array;
  readonly down: Uint8Array;
}

/** Pixels of a straightened page for one of these, across and down. */
const fold = 3;
/** How finely lines are looked at: a frame is one or two of these wide. Unit: pixels a millimetre. */
export const lineFineness = pixelsPerMm / fold;
/** Unit: pixels. */
const shortest = 14;
const beside = 3;
/** A line is darker than what is beside it, in the light and in a shadow alike. */
const darker = 0.86;

/** Finds the lines of a straightened page. */
export function findLines(straight: GreyImage): PrintedLines {
  const { width, height, data } = darkest(straight);
  return { width, height, along: runs(data, 1, width, height), down: runs(data, width, 1, height) };
}

/** Gives the lines of the same page, the other way up. */
export function turnedOver({ width, height, along, down }: PrintedLines): PrintedLines {
  return { width, height, along: along.toReversed(), down: down.toReversed() };
}

/** Each pixel the darkest of those it stands for, so that no thin line falls between. */
function darkest({ width: across, height: tall, data: from }: GreyImage): GreyImage {
  const [width, height] = [Math.floor(across / fold), Math.floor(tall / fold)];
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height * fold; y++) {
    const row = Math.floor(y / fold) * width;
    for (let x = 0, at = y * across; x < width; x++, at += fold) {
      const tone = Math.min(from[at] ?? 255, from[at + 1] ?? 255, from[at + 2] ?? 255);
      if (tone < (data[row + x] ?? 255)) data[row + x] = tone;
    }
  }
  return { width, height, data };
}

/** Keeps what is darker than both sides of it for so long. `step`: to the next pixel along, `aside`: to the next line. */
function runs(data: Uint8Array, step: number, aside: number, height: number): Uint8Array {
  const found = new Uint8Array(data.length);
  const width = data.length / height;
  const [lines, length] = step === 1 ? [height, width] : [width, height];
  for (let line = beside; line < lines - beside; line++) {
    let run = 0;
    for (let n = 0; n <= length; n++) {
      const place = line * aside + n * step;
      if (n < length && isLine(data, place, aside)) {
        run += 1;
        continue;
      }
      if (run >= shortest) for (let back = 1; back <= run; back++) found[place - back * step] = 1;
      run = 0;
    }
  }
  return found;
}

function isLine(data: Uint8Array, place: number, aside: number): boolean {
  const tone = data[place] ?? 255;
  return (
    tone < darker * (data[place - beside * aside] ?? 255) &&
    tone < darker * (data[place + beside * aside] ?? 255)
  );
}
