import { type GreyImage, percentile } from '../grey-image.ts';

/** Unit: tiles from side to side. */
const tilesAcross = 40;
const paperShare = 0.8;
export const white = 245;
/** A sheet under one lamp, all of it lit alike, is left as it is. */
const evenEnough = 0.82;

/** The brightness of the paper in each tile of a picture. */
export interface Paper {
  readonly tile: number;
  readonly across: number;
  readonly levels: Uint8Array;
}

/** Measures the paper of a page, tile by tile: the bright end of each, so that ink says nothing. */
export function paperOf(image: GreyImage): Paper {
  const tile = Math.ceil(image.width / tilesAcross);
  const across = Math.ceil(image.width / tile);
  const levels = Uint8Array.from({ length: across * Math.ceil(image.height / tile) }, (_, at) => {
    const [left, top] = [(at % across) * tile, Math.floor(at / across) * tile];
    const [width, height] = [Math.min(tile, image.width - left), Math.min(tile, image.height - top)];
    const data = new Uint8Array(width * height);
    for (let row = 0; row < height; row++) {
      const from = (top + row) * image.width + left;
      data.set(image.data.subarray(from, from + width), row * width);
    }
    return percentile({ width, height, data }, paperShare, 3);
  });
  return { tile, across, levels };
}

/** Gives the brightness of the paper near a place. */
export function paperAt({ tile, across, levels }: Paper, x: number, y: number): number {
  return levels[Math.floor(y / tile) * across + Math.floor(x / tile)] ?? 255;
}

/** Makes the paper of a page white everywhere, where a lamp, a shadow or the table beside it made it darker. */
export function evenLight(image: GreyImage): GreyImage {
  const paper = paperOf(image);
  const { tile, across, levels } = paper;
  const sorted = Uint8Array.from(levels).sort();
  const [dim, bright] = [sorted[Math.floor(sorted.length * 0.02)] ?? 0, sorted.at(-1) ?? 255];
  if (dim > bright * evenEnough) return image;
  const down = levels.length / across;
  const data = new Uint8Array(image.data.length);
  for (let y = 0; y < image.height; y++) {
    const v = Math.min(down - 1, Math.max(0, y / tile - 0.5));
    const top = Math.floor(v);
    const below = Math.min(down - 1, top + 1);
    for (let x = 0; x < image.width; x++) {
      const u = Math.min(across - 1, Math.max(0, x / tile - 0.5));
      const left = Math.floor(u);
      const beside = Math.min(across - 1, left + 1);
      const upper =
        (levels[top * across + left] ?? 255) * (1 - u + left) +
        (levels[top * across + beside] ?? 255) * (u - left);
      const lower =
        (levels[below * across + left] ?? 255) * (1 - u + left) +
        (levels[below * across + beside] ?? 255) * (u - left);
      const level = Math.max(20, upper * (1 - v + top) + lower * (v - top));
      const at = y * image.width + x;
      data[at] = Math.min(255, ((image.data[at] ?? 255) * white) / level);
    }
  }
  return { ...image, data };
}
