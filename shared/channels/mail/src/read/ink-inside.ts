import type { Rect } from '../paper.ts';
import type { Tones } from './field-picture.ts';
import { at, cropped, type GreyImage, percentileIn, softened } from './grey-image.ts';
import { inkTone, inset } from './ink-around.ts';
import { pixelsPerMm } from './rectify.ts';

/** Ink this dark is a pen's: what shows from the back, and a hard pencil, are never so. A share of the way from paper to ink. */
export const penTone = 0.5;
/** A hard pencil's mark and what shows from the back are this much darker than the paper of the box. */
export const traceTone = 0.1;
/**
 * A shadow may make that paper darker than the page's, though no more than `paper`, or it may be the page that is darker; the
 * edge of one that falls across the box makes one side of it darker than the other, up to `across`.
 */
const shade = { paper: 0.05, page: 0.1, across: 0.3 } as const;
/** An x by a thick pen covers half a box, but nowhere is it this wide. Unit: millimetres. */
const penMax = 0.8;
/** An x crosses any line through its box twice at most; between two strokes it is lighter by `gap`. */
const scribble = { strokes: 3, gap: 0.2 } as const;
/** How much of what is around a box is looked at. Unit: pixels. */
const margin = Math.round(2.2 * pixelsPerMm);

/** What is drawn inside a box. Shares of its inside unless said. */
export interface Ink {
  /** As dark as a pen's. Unit: square millimetres. */
  pen: number;
  covered: number;
  /** Part of squares wider than a pen's line. */
  solid: number;
  /** Rows, or columns, that are crossed more often than a mark crosses them. */
  scribbled: number;
  /** Covered with something as faint as a hard pencil's, or darker. Unit: square millimetres for each millimetre of its side. */
  traces: number;
  /** Gives how dark a pixel in the box, or around it, is against its paper, noise softened away. Unit: pixels from the inside. */
  toneAt: (x: number, y: number) => number;
  /** How wide the inside is. Unit: pixels. */
  size: number;
}

/** Measures what is drawn inside the frame of a box. */
export function inkInside(page: GreyImage, box: Rect, tones: Tones): Ink {
  const left = Math.round((box.x + inset) * pixelsPerMm);
  const top = Math.round((box.y + inset) * pixelsPerMm);
  const size = Math.round((box.width - 2 * inset) * pixelsPerMm);
  const span = Math.max(30, tones.paper - tones.ink);
  const shadeAt = shadeIn(page, { left, top, size }, tones);
  const soft = softened(cropped(page, left - margin, top - margin, size + 2 * margin, size + 2 * margin), 3);
  const toneAt = (x: number, y: number) =>
    (tones.paper - at(soft, margin + x, margin + y)) / span - shadeAt(x, y);
  const cores = new Uint8Array(size * size);
  const even = new Float32Array(size * size);
  let [covered, traces, dark] = [0, 0, 0];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const tone = (tones.paper - at(page, left + x, top + y)) / span;
      const softTone = toneAt(x, y);
      even[y * size + x] = softTone;
      if (softTone > traceTone) traces += 1;
      if (tone > inkTone) covered += 1;
      if (tone <= penTone) continue;
      cores[y * size + x] = 1;
      dark += 1;
    }
  }
  const [all, square] = [size * size, pixelsPerMm * pixelsPerMm];
  return {
    pen: dark / square,
    covered: covered / all,
    solid: wideIn(cores, size) / all,
    scribbled: Math.max(crossedIn(even, size, 1, size), crossedIn(even, size, size, 1)),
    traces: traces / square / (size / pixelsPerMm),
    toneAt,
    size,
  };
}

interface Inside {
  left: number;
  top: number;
  size: number;
}

/** Tells how much darker than the page's the paper is at each place in a box: evenly more from one side to the other. */
function shadeIn(
  page: GreyImage,
  { left, top, size }: Inside,
  tones: Tones,
): (x: number, y: number) => number {
  const span = Math.max(30, tones.paper - tones.ink);
  const half = size >> 1;
  const paperOf = (x: number, y: number, width: number, height: number) =>
    (tones.paper - percentileIn(page, { left: left + x, top: top + y, width, height }, 0.6)) / span;
  const middle = (tones.paper - percentileIn(page, { left, top, width: size, height: size }, 0.5)) / span;
  const whole = Math.max(-shade.page, Math.min(shade.paper, middle));
  // The middles of two halves are half a box apart.
  const slope = (far: number, near: number) =>
    Math.max(-shade.across, Math.min(shade.across, 2 * (far - near))) / size;
  const along = slope(paperOf(size - half, 0, half, size), paperOf(0, 0, half, size));
  const down = slope(paperOf(0, size - half, size, half), paperOf(0, 0, size, half));
  return (x, y) => whole + along * (x - size / 2) + down * (y - size / 2);
}

/** Gives the share of the lines that more strokes cross than a mark has. */
function crossedIn(tones: Float32Array, size: number, along: number, across: number): number {
  let crossed = 0;
  for (let line = 0; line < size; line++) {
    let strokes = 0;
    let [isIn, low, high] = [false, 0, 0];
    for (let n = 0; n < size; n++) {
      const tone = tones[line * across + n * along] ?? 0;
      if (isIn) {
        high = Math.max(high, tone);
        if (tone > high - scribble.gap) continue;
        [isIn, low] = [false, tone];
      } else {
        low = Math.min(low, tone);
        if (tone < low + scribble.gap || tone < inkTone) continue;
        [isIn, high] = [true, tone];
        strokes += 1;
      }
    }
    if (strokes >= scribble.strokes) crossed += 1;
  }
  return crossed / size;
}

/** Counts the pixels at which a square of ink ends that is wider than a pen's line. */
function wideIn(cores: Uint8Array, size: number): number {
  const wide = Math.round(penMax * pixelsPerMm);
  const runs = new Uint16Array(size * size);
  const run = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (runs[y * size + x] ?? 0));
  let found = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (cores[y * size + x] === 0) continue;
      /** Side of the largest square of ink that ends here. */
      const square = 1 + Math.min(run(x - 1, y), run(x, y - 1), run(x - 1, y - 1));
      runs[y * size + x] = square;
      if (square >= wide) found += 1;
    }
  }
  return found;
}
