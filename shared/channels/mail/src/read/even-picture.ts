import { grown, type Rect } from '../paper.ts';
import { type FieldPicture, fieldPicture, type Tones } from './field-picture.ts';
import { evenLight, white } from './free/even-light.ts';
import { cropped, type GreyImage } from './grey-image.ts';
import { pixelsPerMm } from './rectify.ts';

/** Unit: millimetres around a field that tell how light its paper is. */
const around = 3;

/**
 * Cuts out a field through which the edge of a shadow runs, its paper made white all over.
 *
 * Guarantee: none that what covers the field is not taken for a shadow: what is read from it is for a person.
 */
export function evenPicture(
  page: GreyImage,
  place: Rect,
  inset: number,
  { paper, ink }: Tones,
): FieldPicture {
  const { x, y, width, height } = grown(place, around);
  const [left, top, across, down] = [x, y, width, height].map((mm) => Math.round(mm * pixelsPerMm)) as [
    number,
    number,
    number,
    number,
  ];
  const piece = evenLight(cropped(page, left, top, across, down));
  const tones = { paper: white, ink: (ink * white) / paper };
  return fieldPicture(piece, { ...place, x: around, y: around }, inset, tones);
}
