import type { Rect } from '../paper.ts';
import { type Tones, tonesAround } from './field-picture.ts';
import type { GreyImage } from './grey-image.ts';

/** The edge of a shadow is a centimetre wide. Unit: millimetres. */
const stripWidth = 8;
/** Its printed frame, above and below. Unit: millimetres. */
const margin = 1.5;
/** Of the way from ink to paper; less is the grain of the sheet. */
const unevenMin = 0.2;

/**
 * Gives the tones of a field strip by strip, from its left to its right: the edge of a shadow may run through it, and what
 * is writing in the light is paler than the paper in the dark.
 *
 * Shape: one where the light is even
 */
export function tonesAcross(page: GreyImage, place: Rect, tones: Tones): readonly [Tones, ...Tones[]] {
  const count = Math.max(1, Math.round(place.width / stripWidth));
  const width = place.width / count;
  const [first, ...others] = Array.from({ length: count }, (_, at) =>
    tonesAround(page, { ...place, x: place.x + at * width, width }, tones, margin),
  );
  const whole = tonesAround(page, place, tones);
  if (first === undefined) return [whole];
  const papers = [first, ...others].map(({ paper }) => paper);
  const spread = Math.max(...papers) - Math.min(...papers);
  return spread < unevenMin * (tones.paper - tones.ink) ? [whole] : [first, ...others];
}
