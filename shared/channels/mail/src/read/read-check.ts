import type { CheckField } from '../form/form-layout.ts';
import type { Rect } from '../paper.ts';
import type { Tones } from './field-picture.ts';
import type { FieldDoubt } from './field-reading.ts';
import { at, type GreyImage } from './grey-image.ts';
import { pixelsPerMm } from './rectify.ts';
import { settledPlace } from './settled-place.ts';

/** Below `faint` a box is empty; up to `sure` a person looks; `filled` or `solid` may have been blackened to cancel it. */
const band = { faint: 0.03, sure: 0.1, filled: 0.7, solid: 0.08 } as const;
/** From how dark a pixel is ink, and how dark it is where a hard pencil left it or where the back shows through. */
const dark = { ink: 0.25, trace: 0.14 } as const;
/** As much of a box covered by traces may be a pencil's mark. */
const traceMax = 0.025;
const inset = 0.7;
/** An x by a thick pen covers half a box, but nowhere is it this wide. Unit: millimetres. */
const penMax = 0.8;

/** Tells whether a box is marked, from the mass of the ink inside it. */
export function readCheck(
  page: GreyImage,
  field: CheckField,
  tones: Tones,
): { marked: boolean; confidence: number; doubts: FieldDoubt[] } {
  const { share, solid, trace } = inkOf(page, field, tones);
  if (share < band.faint) {
    if (trace > traceMax) return { marked: false, confidence: 0.5, doubts: ['faint-mark'] };
    if (isRinged(page, field, tones)) return { marked: false, confidence: 0.5, doubts: ['mark-around'] };
    return { marked: false, confidence: 1 - share * 10, doubts: [] };
  }
  if (share < band.sure)
    return { marked: share > (band.faint + band.sure) / 2, confidence: 0.5, doubts: ['faint-mark'] };
  if (share > band.filled || (share > 0.45 && solid > band.solid))
    return { marked: true, confidence: 0.5, doubts: ['possible-cancellation'] };
  return { marked: true, confidence: Math.min(1, 0.85 + share), doubts: [] };
}

/** Gives the part of the box's inside that is covered with ink, the part that is wider than a pen's line, and with traces too. */
export function inkOf(
  page: GreyImage,
  field: CheckField,
  tones: Tones,
): { share: number; solid: number; trace: number } {
  const place = settledPlace(page, field.place);
  const left = Math.round((place.x + inset) * pixelsPerMm);
  const top = Math.round((place.y + inset) * pixelsPerMm);
  const size = Math.round((place.width - 2 * inset) * pixelsPerMm);
  const span = Math.max(30, tones.paper - tones.ink);
  const wide = Math.round(penMax * pixelsPerMm);
  const runs = new Uint16Array(size * size);
  let mass = 0;
  let solid = 0;
  let traces = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const tone = (tones.paper - at(page, left + x, top + y)) / span;
      if (tone > dark.trace) traces += Math.min(1, tone);
      if (tone <= dark.ink) continue;
      mass += Math.min(1, tone);
      /** Side of the largest square of ink that ends here. */
      const square =
        x === 0 || y === 0
          ? 1
          : 1 + Math.min(of(runs, size, x - 1, y), of(runs, size, x, y - 1), of(runs, size, x - 1, y - 1));
      runs[y * size + x] = square;
      if (square >= wide) solid += 1;
    }
  }
  return { share: mass / (size * size), solid: solid / (size * size), trace: traces / (size * size) };
}

/** Its label stands at the right; on three other sides there is nothing but what a person drew. Unit: millimetres. */
const beside = { from: 0.5, to: 2.4, inkMin: 0.4 } as const;

/** Tells whether an empty box has a ring around it, which may be meant as its mark. */
function isRinged(page: GreyImage, field: CheckField, tones: Tones): boolean {
  const { x, y, width, height } = settledPlace(page, field.place);
  const deep = beside.to - beside.from;
  const sides: Rect[] = [
    { x: x - beside.to, y, width: deep, height },
    { x, y: y - beside.to, width, height: deep },
    { x, y: y + height + beside.from, width, height: deep },
  ];
  return sides.every((side) => inkIn(page, side, tones) > beside.inkMin);
}

/** Unit: square millimetres. */
function inkIn(page: GreyImage, place: Rect, tones: Tones): number {
  const span = Math.max(30, tones.paper - tones.ink);
  let inked = 0;
  for (let row = Math.round(place.y * pixelsPerMm); row < (place.y + place.height) * pixelsPerMm; row++)
    for (
      let column = Math.round(place.x * pixelsPerMm);
      column < (place.x + place.width) * pixelsPerMm;
      column++
    )
      if ((tones.paper - at(page, column, row)) / span > dark.ink) inked += 1;
  return inked / (pixelsPerMm * pixelsPerMm);
}

const of = (runs: Uint16Array, size: number, x: number, y: number) => runs[y * size + x] ?? 0;
