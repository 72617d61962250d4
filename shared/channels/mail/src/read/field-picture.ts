import { grown, type Rect } from '../paper.ts';
import { components } from './components.ts';
import { cropped, type GreyImage, padded, percentileIn } from './grey-image.ts';
import { pixelsPerMm } from './rectify.ts';

/** What is written in a field, cleaned for reading: ink on white, trimmed. */
export interface FieldPicture {
  readonly image: GreyImage;
  /** Surface of the ink. Unit: square millimetres. */
  readonly ink: number;
  /** Where the ink stands inside the field's own picture, before trimming. Unit: pixels. */
  readonly bounds: { left: number; top: number; right: number; bottom: number };
  /** The cleaned picture before trimming. */
  readonly whole: GreyImage;
}

/** Tones of one page: what counts as its paper and its ink. */
export interface Tones {
  readonly paper: number;
  readonly ink: number;
}

/**
 * Gives the tones where a field stands: in a shadow or a bright spot, paper and ink are darker or lighter alike.
 *
 * Guarantee: what covers a field, such as a felt pen, a tape or a thumb, is never taken for paper: no shadow is so dark.
 */
export function tonesAround(page: GreyImage, place: Rect, tones: Tones, margin = 4): Tones {
  const { x, y, width, height } = grown(place, margin);
  const around = {
    left: Math.round(x * pixelsPerMm),
    top: Math.round(y * pixelsPerMm),
    width: Math.max(1, Math.round(width * pixelsPerMm)),
    height: Math.max(1, Math.round(height * pixelsPerMm)),
  };
  const paper = percentileIn(page, around, 0.6, 7);
  // A printed panel or writing may tint the surroundings a little.
  if (Math.abs(paper - tones.paper) < 0.1 * tones.paper) return tones;
  if (paper < tones.ink + darkestPaper * (tones.paper - tones.ink)) return tones;
  const ink = (tones.ink * paper) / tones.paper;
  // The printed frame shows through a shadow, not through what lies on the sheet.
  const frame = percentileIn(page, around, 0.02, 3);
  return paper - frame < 0.4 * (paper - ink) ? tones : { paper, ink };
}

/** Of the way from ink to paper; a half shade is at 0.4. */
const darkestPaper = 0.35;

/**
 * Cuts a field out of a straightened page and keeps only what a person wrote in it.
 *
 * Shape: tones of strips as wide as one another, from left to right
 */
export function fieldPicture(
  page: GreyImage,
  place: Rect,
  inset: number,
  strips: Tones | readonly [Tones, ...Tones[]],
): FieldPicture {
  const box = {
    x: (place.x + inset) * pixelsPerMm,
    y: (place.y + inset) * pixelsPerMm,
    width: (place.width - 2 * inset) * pixelsPerMm,
    height: (place.height - 2 * inset) * pixelsPerMm,
  };
  const raw = cropped(page, box.x, box.y, box.width, box.height);
  const cleaned = cleaners('paper' in strips ? [strips] : strips, raw.width);
  const data = new Uint8Array(raw.data.length);
  for (let i = 0; i < data.length; i++) data[i] = cleaned[i % raw.width]?.[raw.data[i] ?? 255] ?? 255;
  return kept({ ...raw, data });
}

/** Gives what becomes of each tone, column by column: between the middles of two strips the light changes evenly. */
function cleaners(strips: readonly [Tones, ...Tones[]], width: number): readonly Uint8Array[] {
  const [first] = strips;
  if (strips.length === 1) return Array<Uint8Array>(width).fill(cleaner(first));
  return Array.from({ length: width }, (_, x) => {
    const at = Math.max(0, Math.min(strips.length - 1, ((x + 0.5) / width) * strips.length - 0.5));
    const [before, after] = [strips[Math.floor(at)] ?? first, strips[Math.ceil(at)] ?? first];
    const part = at - Math.floor(at);
    return cleaner({
      paper: before.paper + part * (after.paper - before.paper),
      ink: before.ink + part * (after.ink - before.ink),
    });
  });
}

function cleaner({ paper, ink }: Tones): Uint8Array {
  const span = Math.max(30, paper - ink);
  /** Whatever is nearer to paper than 28 % of the span is what shows through from the back. */
  const white = paper - 0.28 * span;
  return Uint8Array.from({ length: 256 }, (_, tone) =>
    Math.max(0, Math.min(255, Math.round(((tone - ink) / (white - ink)) * 255))),
  );
}

/** Keeps the patches that can be writing: no specks, no remnant of the frame along an edge. */
function kept(image: GreyImage): FieldPicture {
  const mask = new Uint8Array(image.data.length);
  for (let at = 0; at < mask.length; at++) if ((image.data[at] ?? 255) < 200) mask[at] = 1;
  const data = new Uint8Array(image.data.length).fill(255);
  const bounds = { left: image.width, top: image.height, right: -1, bottom: -1 };
  let ink = 0;
  for (const patch of components(mask, image.width, 5)) {
    if (isRemnant(patch, image)) continue;
    for (const pixel of patch.pixels) data[pixel] = image.data[pixel] ?? 255;
    if (patch.area < 9) continue;
    ink += patch.area;
    bounds.left = Math.min(bounds.left, patch.left);
    bounds.top = Math.min(bounds.top, patch.top);
    bounds.right = Math.max(bounds.right, patch.right);
    bounds.bottom = Math.max(bounds.bottom, patch.bottom);
  }
  const whole = { ...image, data };
  const trimmed =
    ink === 0
      ? whole
      : cropped(
          whole,
          bounds.left,
          bounds.top,
          bounds.right - bounds.left + 1,
          bounds.bottom - bounds.top + 1,
        );
  return { image: padded(trimmed, 14), ink: ink / (pixelsPerMm * pixelsPerMm), bounds, whole };
}

function isRemnant(
  patch: { left: number; right: number; top: number; bottom: number; area: number },
  image: GreyImage,
): boolean {
  const width = patch.right - patch.left + 1;
  const height = patch.bottom - patch.top + 1;
  const thin = 0.4 * pixelsPerMm;
  const touchesSide = patch.left <= 1 || patch.right >= image.width - 2;
  const touchesEnd = patch.top <= 1 || patch.bottom >= image.height - 2;
  return (touchesSide && width <= thin) || (touchesEnd && height <= thin);
}

/** Sets pictures side by side on white, keeping their heights. Unit: pixels. */
export function sideBySide(pictures: readonly GreyImage[], gap: number): GreyImage {
  const height = Math.max(...pictures.map((picture) => picture.height));
  const width = pictures.reduce((sum, picture) => sum + picture.width + gap, gap);
  const data = new Uint8Array(width * height).fill(255);
  let left = gap;
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y++) {
      data.set(picture.data.subarray(y * picture.width, (y + 1) * picture.width), y * width + left);
    }
    left += picture.width + gap;
  }
  return { width, height, data };
}
