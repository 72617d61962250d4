import { components } from '../components.ts';
import { type GreyImage, shrunk } from '../grey-image.ts';
import { paperAt, paperOf } from './even-light.ts';

/** Where a page is dark, on a small copy of it. */
export interface InkPoints {
  readonly width: number;
  readonly height: number;
  /** How many pixels of the page stand for one of these, along each side. */
  readonly scale: number;
  readonly x: Uint16Array;
  readonly y: Uint16Array;
}

/** About 100 dots per inch on Letter: a line of text is a dozen of them. */
const widthLooked = 850;
/** At the very edge there are shadows of the lid. */
const edge = 0.02;
/** What is taller and wider, or longer, than any letter is the edge of a sheet, a rule or a picture. Unit: pixels. */
const letterMax = 90;

/** Finds the ink of a page, darker than the paper around it and no larger than letters are. */
export function inkPoints(image: GreyImage): InkPoints {
  const small = shrunk(image, Math.round(widthLooked * Math.max(1, image.width / image.height)));
  const paper = paperOf(small);
  const mask = new Uint8Array(small.data.length);
  const inset = Math.round(Math.min(small.width, small.height) * edge);
  for (let y = inset; y < small.height - inset; y++) {
    for (let x = inset; x < small.width - inset; x++) {
      const at = y * small.width + x;
      if ((small.data[at] ?? 255) < paperAt(paper, x, y) * 0.72) mask[at] = 1;
    }
  }
  const pixels: number[] = [];
  for (const part of components(mask, small.width, 2)) {
    const size = Math.max(part.right - part.left, part.bottom - part.top);
    if (size < letterMax) for (const at of part.pixels) pixels.push(at);
  }
  return {
    width: small.width,
    height: small.height,
    scale: image.width / small.width,
    x: Uint16Array.from(pixels, (at) => at % small.width),
    y: Uint16Array.from(pixels, (at) => Math.floor(at / small.width)),
  };
}
