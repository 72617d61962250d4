import type { Rect } from '../paper.ts';
import { fieldPicture, type Tones } from './field-picture.ts';
import type { GreyImage } from './grey-image.ts';
import { pixelsPerMm } from './rectify.ts';
import { settledPlace } from './settled-place.ts';

/** Whether somebody signed, as far as ink tells; who, only a person can say. */
export type SignatureSeen = 'present' | 'absent' | 'doubtful';

/** Less is dust. Unit: square millimetres. */
const dustMax = 0.5;
/** Initials by a fine pen leave more, and are wider: less may be a stroke that begins elsewhere. Unit: square millimetres; millimetres. */
const signed = { ink: 4, width: 6 } as const;

/**
 * Tells whether there is ink in the place to sign.
 *
 * Guarantee: a place without ink is never taken for signed; what may be dust, a slip of the pen or a stroke from beside it is doubtful.
 */
export function readSignature(page: GreyImage, place: Rect, tones: Tones): SignatureSeen {
  const { ink, bounds } = fieldPicture(page, settledPlace(page, place), 0.8, tones);
  if (ink < dustMax) return 'absent';
  const width = (bounds.right - bounds.left + 1) / pixelsPerMm;
  return ink >= signed.ink && width >= signed.width ? 'present' : 'doubtful';
}
