import { type Component, components } from './components.ts';
import { cropped, type GreyImage, padded } from './grey-image.ts';

/**
 * Takes dirt out of a picture of written lines: streaks taller than any letter and specks that belong to no letter, as a
 * feeder leaves them; trims it again.
 *
 * Guarantee: whatever is as large as a letter stays, and so do points, commas and accents; a picture without letters
 *   stays as it is.
 */
export function clearWriting(image: GreyImage): GreyImage {
  const mask = Uint8Array.from(image.data, (value) => (value < 200 ? 1 : 0));
  const patches = components(mask, image.width, 1);
  const tall = usualHeight(patches);
  if (tall === 0) return image;
  const thick = patches.filter((patch) => !isStreak(patch, tall));
  const letters = thick.filter((patch) => heightOf(patch) >= 0.45 * tall);
  if (letters.length === 0) return image;
  const begin = Math.min(...letters.map(({ left }) => left)) - 0.3 * tall;
  const end = Math.max(...letters.map(({ right }) => right)) + 0.3 * tall;
  // A streak through the writing may have swallowed a letter: it stays, and the readers stumble over it.
  const rest = patches.filter(
    (patch) => !isStreak(patch, tall) || (patch.right >= begin && patch.left <= end),
  );
  const writing = rest.filter(
    (patch) => heightOf(patch) >= 0.45 * tall || letters.some((letter) => belongsTo(patch, letter, tall)),
  );
  if (writing.length === patches.length) return image;
  return drawn(image, writing);
}

/** As tall as the letters are, small and large alike: the median. Unit: pixels. */
function usualHeight(patches: readonly Component[]): number {
  const heights = patches
    .map(heightOf)
    .filter((height) => height > smallestLetter)
    .sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

const heightOf = ({ top, bottom }: Component): number => bottom - top + 1;
const widthOf = ({ left, right }: Component): number => right - left + 1;
const smallestLetter = 10;

/** No letter is three times as tall as its fellows and so thin. */
function isStreak(patch: Component, tall: number): boolean {
  const [height, width] = [heightOf(patch), widthOf(patch)];
  return height > 60 && height > 2 * Math.min(tall, 30) && width < 0.15 * height;
}

/** A small sign stands within reach of its letter: beside it on the line, or above it as an accent does. */
function belongsTo(sign: Component, letter: Component, tall: number): boolean {
  const across = Math.max(0, letter.left - sign.right, sign.left - letter.right);
  const below = sign.top - letter.bottom;
  const above = letter.top - sign.bottom;
  if (across > 1.3 * tall) return false;
  if (below > 0.3 * tall) return false;
  return above <= 0.7 * tall;
}

function drawn(image: GreyImage, writing: readonly Component[]): GreyImage {
  const data = new Uint8Array(image.data.length).fill(255);
  for (const { pixels } of writing) for (const pixel of pixels) data[pixel] = image.data[pixel] ?? 255;
  const left = Math.min(...writing.map((patch) => patch.left));
  const top = Math.min(...writing.map((patch) => patch.top));
  const right = Math.max(...writing.map((patch) => patch.right));
  const bottom = Math.max(...writing.map((patch) => patch.bottom));
  return padded(cropped({ ...image, data }, left, top, right - left + 1, bottom - top + 1), 14);
}
