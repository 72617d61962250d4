import { markSize, type Point } from '../paper.ts';
import { type Component, components } from './components.ts';
import { at, type GreyImage, halved, shrunk } from './grey-image.ts';

/** The dark patches of a page seen small, where marks are looked for. */
export interface MarkSearch {
  readonly patches: readonly Component[];
  /** Pixels of the page for one of the small picture. */
  readonly scale: number;
}

/** Finds every dark patch that could be a mark, on the page made small. */
export function findMarks(page: GreyImage): MarkSearch {
  const half = halved(page);
  const small = shrunk(half, (half.width * 1100) / Math.max(half.width, half.height));
  const mask = darkMask(small);
  const patches = components(mask, small.width, 40).filter((patch) => patch.area < 6000);
  const scale = half === page ? 1 : 2;
  return { patches, scale: (scale * half.width) / small.width };
}

const block = 24;

/** Dark is less than 55 % of the lightest nearby, so that a shadow over the page is not ink. */
function darkMask(image: GreyImage): Uint8Array {
  const across = Math.ceil(image.width / block);
  const down = Math.ceil(image.height / block);
  const light = new Uint8Array(across * down);
  for (let cell = 0; cell < light.length; cell++)
    light[cell] = lightest(image, (cell % across) * block, Math.floor(cell / across) * block);
  const mask = new Uint8Array(image.data.length);
  for (let cell = 0; cell < light.length; cell++) {
    const [x, y] = [cell % across, Math.floor(cell / across)];
    const paper = lightAround(light, across, down, x, y);
    maskBlock(image, x * block, y * block, paper * 0.55, mask);
  }
  return mask;
}

function lightest({ data, width, height }: GreyImage, left: number, top: number): number {
  let most = 0;
  for (let y = top; y < Math.min(height, top + block); y++) {
    const end = y * width + Math.min(width, left + block);
    for (let at = y * width + left; at < end; at++) {
      const value = data[at] ?? 0;
      if (value > most) most = value;
    }
  }
  return most;
}

function maskBlock(
  { data, width, height }: GreyImage,
  left: number,
  top: number,
  below: number,
  mask: Uint8Array,
): void {
  for (let y = top; y < Math.min(height, top + block); y++) {
    const end = y * width + Math.min(width, left + block);
    for (let at = y * width + left; at < end; at++) if ((data[at] ?? 255) < below) mask[at] = 1;
  }
}

function lightAround(light: Uint8Array, across: number, down: number, x: number, y: number): number {
  let most = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(down - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(across - 1, x + 1); column++) {
      most = Math.max(most, light[row * across + column] ?? 0);
    }
  }
  return most;
}

/** Finds the centre of a mark near where it is expected, to a fraction of a pixel. Unit: reach in millimetres. */
export function markCentre(
  search: MarkSearch,
  page: GreyImage,
  expected: Point,
  pixelsPerMm: number,
  reach: number,
): Point | undefined {
  const side = (markSize * pixelsPerMm) / search.scale;
  let best: Component | undefined;
  let nearest = (reach * pixelsPerMm) / search.scale;
  for (const patch of search.patches) {
    if (!squarish(patch, side)) continue;
    const away = Math.hypot(patch.x - expected.x / search.scale, patch.y - expected.y / search.scale);
    if (away < nearest) {
      nearest = away;
      best = patch;
    }
  }
  if (best === undefined) return undefined;
  const rough = { x: (best.x + 0.5) * search.scale, y: (best.y + 0.5) * search.scale };
  return refined(page, rough, (markSize / 2 + 1.2) * pixelsPerMm);
}

function squarish(patch: Component, side: number): boolean {
  const share = patch.area / (side * side);
  const width = patch.right - patch.left + 1;
  const height = patch.bottom - patch.top + 1;
  const longest = Math.max(width, height);
  return (
    share > 0.7 &&
    share < 1.35 &&
    longest < side * 1.5 &&
    Math.min(width, height) > longest * 0.75 &&
    patch.area > 0.5 * width * height
  );
}

/** Balances the ink of a window, paper counting for nothing. */
function refined(page: GreyImage, centre: Point, half: number): Point {
  const left = Math.round(centre.x - half);
  const top = Math.round(centre.y - half);
  const size = Math.round(half * 2);
  let paper = 0;
  for (let y = 0; y < size; y += 2)
    for (let x = 0; x < size; x += 2) paper = Math.max(paper, at(page, left + x, top + y));
  let [mass, sumX, sumY] = [0, 0, 0];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const ink = Math.max(0, paper * 0.7 - at(page, left + x, top + y));
      mass += ink;
      sumX += ink * (left + x + 0.5);
      sumY += ink * (top + y + 0.5);
    }
  }
  return mass === 0 ? centre : { x: sumX / mass, y: sumY / mass };
}
