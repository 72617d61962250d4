import type { CheckField } from '../form/form-layout.ts';
import { settledPlace, type Tones } from './field-picture.ts';
import type { FieldDoubt } from './field-reading.ts';
import { at, type GreyImage } from './grey-image.ts';
import { pixelsPerMm } from './rectify.ts';

/** Below `faint` a box is empty; up to `sure` a person looks; above `filled` it may have been blackened to cancel it. */
const band = { faint: 0.03, sure: 0.1, filled: 0.5 } as const;
const inset = 0.7;

/** Tells whether a box is marked, from the mass of the ink inside it. */
export function readCheck(
  page: GreyImage,
  field: CheckField,
  tones: Tones,
): { marked: boolean; confidence: number; doubts: FieldDoubt[] } {
  const share = inkShare(page, field, tones);
  if (share < band.faint) return { marked: false, confidence: 1 - share * 10, doubts: [] };
  if (share < band.sure)
    return { marked: share > (band.faint + band.sure) / 2, confidence: 0.5, doubts: ['faint-mark'] };
  if (share > band.filled) return { marked: true, confidence: 0.5, doubts: ['possible-cancellation'] };
  return { marked: true, confidence: Math.min(1, 0.85 + share), doubts: [] };
}

/** Gives the part of the box's inside that is covered with ink, a half-tone counting for half. */
export function inkShare(page: GreyImage, field: CheckField, tones: Tones): number {
  const place = settledPlace(page, field.place);
  const left = Math.round((place.x + inset) * pixelsPerMm);
  const top = Math.round((place.y + inset) * pixelsPerMm);
  const size = Math.round((place.width - 2 * inset) * pixelsPerMm);
  const span = Math.max(30, tones.paper - tones.ink);
  let mass = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const dark = (tones.paper - at(page, left + x, top + y)) / span;
      if (dark > 0.25) mass += Math.min(1, dark);
    }
  }
  return mass / (size * size);
}
