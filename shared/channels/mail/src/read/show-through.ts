import type { Rect } from '../paper.ts';
import type { Tones } from './field-picture.ts';
import { cropped, type GreyImage, softened } from './grey-image.ts';
import { pixelsPerMm } from './rectify.ts';

/** What is fainter than this is paper; what is darker than the other is a pen's, whose edges are as grey as this around it. */
const faint = 0.1;
const dark = 0.5;
/** Unit: millimetres from the frame of a box; the label stands at the right, and boxes stand above and below each other. */
const near = { from: 0.5, left: 3, right: 1.2, ends: 1.9 } as const;
/** Something is seen there from so much of it. Unit: square millimetres. */
const seenMin = 0.25;
/** A stroke astray is seen on one side of a box; what is printed on the back is seen in several places, and not in one of many. */
const places = { least: 2, share: 0.04 } as const;
/** How far the edge of a pen's ink reaches, and how near there is paper beside a line, whatever shade lies on both. Unit: pixels. */
const reach = { edge: 5, paper: 9 } as const;

/**
 * Tells how dark what is printed on the back of a sheet shows through it, from the paper around its boxes, on which nothing is
 * printed and a pen leaves nothing faint: 0 where the paper is clean.
 *
 * Unit: share of the way from paper to ink
 */
export function showThrough(page: GreyImage, boxes: readonly { place: Rect; tones: Tones }[]): number {
  const levels: number[] = [];
  let found = 0;
  for (const { place, tones } of boxes) {
    for (const strip of around(place)) {
      const seen = faintIn(page, strip, tones);
      if (seen.length < seenMin * pixelsPerMm * pixelsPerMm) continue;
      found += 1;
      levels.push(...seen);
    }
  }
  if (found < Math.max(places.least, places.share * 4 * boxes.length)) return 0;
  levels.sort((a, b) => a - b);
  return levels[Math.floor(levels.length * 0.95)] ?? 0;
}

function around({ x, y, width, height }: Rect): Rect[] {
  const deep = near.ends - near.from;
  return [
    { x: x - near.left, y, width: near.left - near.from, height },
    { x, y: y - near.ends, width, height: deep },
    { x, y: y + height + near.from, width, height: deep },
    { x: x + width + near.from, y, width: near.right - near.from, height },
  ];
}

/** Gives how dark each faint pixel of a strip is, none of them beside a pen's ink or the print. */
function faintIn(page: GreyImage, strip: Rect, tones: Tones): number[] {
  const span = Math.max(30, tones.paper - tones.ink);
  const rim = reach.paper;
  const [width, height] = [Math.round(strip.width * pixelsPerMm), Math.round(strip.height * pixelsPerMm)];
  const part = cropped(
    page,
    strip.x * pixelsPerMm - rim,
    strip.y * pixelsPerMm - rim,
    width + 2 * rim,
    height + 2 * rim,
  );
  const soft = softened(part, 3);
  // The noise of a camera makes single pixels lighter than the paper is.
  const lightest = most(softened(soft, 6), rim, Math.max);
  const darkest = most(soft, reach.edge, Math.min);
  const found: number[] = [];
  for (let y = rim; y < height + rim; y++)
    for (let x = rim; x < width + rim; x++) {
      const at = y * soft.width + x;
      if (tones.paper - (darkest[at] ?? 0) > dark * span) continue;
      const tone = ((lightest[at] ?? 0) - (soft.data[at] ?? 0)) / span;
      if (tone > faint) found.push(tone);
    }
  return found;
}

/** Gives the lightest, or the darkest, tone around each pixel. */
function most({ data, width }: GreyImage, radius: number, of: (a: number, b: number) => number): Uint8Array {
  const along = Uint8Array.from(data);
  for (let step = -radius; step <= radius; step++)
    for (let at = 0; at < data.length; at++) {
      const x = (at % width) + step;
      if (x >= 0 && x < width) along[at] = of(along[at] ?? 0, data[at + step] ?? 0);
    }
  const all = Uint8Array.from(along);
  for (let step = -radius * width; step <= radius * width; step += width)
    for (let at = 0; at < data.length; at++) {
      const value = along[at + step];
      if (value !== undefined) all[at] = of(all[at] ?? 0, value);
    }
  return all;
}
