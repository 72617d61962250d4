import { grown, type Rect } from '../paper.ts';
import type { Tones } from './field-picture.ts';
import { at, type GreyImage } from './grey-image.ts';
import { pixelsPerMm } from './rectify.ts';

/** From how dark a pixel is ink, as a share of the way from paper to ink, unless the back of the sheet shows through as dark. */
export const inkTone = 0.25;

/** So far inside a box its printed frame is not to be seen. Unit: millimetres. */
export const inset = 0.7;

/**
 * What a person drew near a box, outside its printed frame. Unit: millimetres from the frame. The label stands at the right,
 * the boxes above and below are not much farther than this.
 */
const near = { from: 0.35, to: 2.2, right: 1.2, ends: 1 } as const;
/** Ink this near a frame crosses it. */
const crossing = { from: 0.35, to: 0.85, inkMin: 0.2 } as const;

/**
 * Gives how much ink lies around a box that may be the rest of what is inside it: none unless a stroke crosses the frame.
 *
 * Unit: square millimetres
 */
export function inkAcross(page: GreyImage, box: Rect, tones: Tones, tone = inkTone): number {
  const { x, y, width, height } = box;
  const [right, bottom] = [x + width, y + height];
  const deep = crossing.to - crossing.from;
  const edges: Rect[] = [
    { x: x - crossing.to, y, width: deep, height },
    { x, y: y - crossing.to, width, height: deep },
    { x: right + crossing.from, y, width: deep, height },
    { x, y: bottom + crossing.from, width, height: deep },
  ];
  if (edges.every((edge) => inkIn(page, edge, tones, tone) <= crossing.inkMin)) return 0;
  const long = height + 2 * near.ends;
  const around: Rect[] = [
    { x: x - near.to, y: y - near.ends, width: near.to - near.from, height: long },
    { x, y: y - near.to, width, height: near.to - near.from },
    { x: right + near.from, y: y - near.ends, width: near.right - near.from, height: long },
    { x, y: bottom + near.from, width, height: near.to - near.from },
  ];
  return around.reduce((sum, side) => sum + inkIn(page, side, tones, tone), 0);
}

/** Gives how much ink lies inside a box. Unit: square millimetres. */
export function inkWithin(page: GreyImage, box: Rect, tones: Tones, tone = inkTone): number {
  return inkIn(page, grown(box, -inset), tones, tone);
}

/** Its label stands at the right; on three other sides there is nothing but what a person drew. Unit: millimetres. */
const ring = { from: 0.5, to: 2.4, inkMin: 0.4 } as const;

/** Tells whether an empty box has a ring around it, which may be meant as its mark. */
export function isRinged(
  page: GreyImage,
  { x, y, width, height }: Rect,
  tones: Tones,
  tone = inkTone,
): boolean {
  const deep = ring.to - ring.from;
  const sides: Rect[] = [
    { x: x - ring.to, y, width: deep, height },
    { x, y: y - ring.to, width, height: deep },
    { x, y: y + height + ring.from, width, height: deep },
  ];
  return sides.every((side) => inkIn(page, side, tones, tone) > ring.inkMin);
}

/** Unit: square millimetres. */
const beside = { inkMin: 0.8, passingMin: 0.2 } as const;

/** Tells whether a mark stands at the left of an empty box, where nothing is printed; a line that goes on up and down is none. */
export function isMarkedBeside(
  page: GreyImage,
  { x, y, height }: Rect,
  tones: Tones,
  tone = inkTone,
): boolean {
  const width = near.to - near.from;
  const strip = (top: number, tall: number): Rect => ({ x: x - near.to, y: top, width, height: tall });
  if (inkIn(page, strip(y - near.ends, height + 2 * near.ends), tones, tone) <= beside.inkMin) return false;
  const passes = [strip(y - near.ends - 2, 2), strip(y + height + near.ends, 2)];
  return !passes.every((end) => inkIn(page, end, tones, tone) > beside.passingMin);
}

/** Unit: square millimetres. */
function inkIn(page: GreyImage, place: Rect, tones: Tones, tone: number): number {
  const span = Math.max(30, tones.paper - tones.ink);
  const below = tones.paper - tone * span;
  let inked = 0;
  for (let row = Math.round(place.y * pixelsPerMm); row < (place.y + place.height) * pixelsPerMm; row++)
    for (
      let column = Math.round(place.x * pixelsPerMm);
      column < (place.x + place.width) * pixelsPerMm;
      column++
    )
      if (at(page, column, row) < below) inked += 1;
  return inked / (pixelsPerMm * pixelsPerMm);
}
