import type { Rect } from '../paper.ts';
import type { GreyImage } from './grey-image.ts';
import { pixelsPerMm } from './rectify.ts';

const reach = Math.round(0.9 * pixelsPerMm);
const across = 2 * reach + 1;

/**
 * Finds the printed frame of a field near its place, for sheets that the marks straightened a little off: the darkest
 * rectangle of its size, nearer ones before farther ones. Unit: millimetres.
 */
export function settledPlace(page: GreyImage, place: Rect): Rect {
  const left = Math.round(place.x * pixelsPerMm);
  const top = Math.round(place.y * pixelsPerMm);
  const width = Math.round(place.width * pixelsPerMm);
  const height = Math.round(place.height * pixelsPerMm);
  const upper = edges(page, top, left, width, 'row');
  const lower = edges(page, top + height, left, width, 'row');
  const near = edges(page, left, top, height, 'column');
  const far = edges(page, left + width, top, height, 'column');
  let best = { dx: 0, dy: 0, dark: -1 };
  for (let dx = -reach; dx <= reach; dx++) {
    for (let dy = -reach; dy <= reach; dy++) {
      const along = (dy + reach) * across + dx + reach;
      const down = (dx + reach) * across + dy + reach;
      const dark = (upper[along] ?? 0) + (lower[along] ?? 0) + (near[down] ?? 0) + (far[down] ?? 0);
      const nearer = dark - 2 * Math.hypot(dx, dy);
      if (nearer > best.dark) best = { dx, dy, dark: nearer };
    }
  }
  return { ...place, x: place.x + best.dx / pixelsPerMm, y: place.y + best.dy / pixelsPerMm };
}

/** Every third pixel of an edge is looked at. */
const step = 3;

/**
 * Gives how dark an edge would be, on average, for each line near its own and each start along that line: sums of what
 * lies before, so that each pixel is looked at once. White outside the picture.
 */
function edges(
  page: GreyImage,
  line: number,
  start: number,
  length: number,
  way: 'row' | 'column',
): Float64Array {
  const found = new Float64Array(across * across);
  const looked = Math.ceil(length / step) * step;
  const sums = new Int32Array(looked + across + step);
  const [size, lines] = way === 'row' ? [page.width, page.height] : [page.height, page.width];
  for (let aside = -reach; aside <= reach; aside++) {
    const at = line + aside;
    const isIn = at >= 0 && at < lines;
    const [first, next] = way === 'row' ? [at * page.width, 1] : [at, page.width];
    for (let n = step; n < sums.length; n++) {
      const place = start - reach + n - step;
      const tone = isIn && place >= 0 && place < size ? (page.data[first + place * next] ?? 255) : 255;
      sums[n] = (sums[n - step] ?? 0) + 255 - tone;
    }
    for (let along = 0; along < across; along++)
      found[(aside + reach) * across + along] =
        (((sums[along + looked] ?? 0) - (sums[along] ?? 0)) * step) / length;
  }
  return found;
}
