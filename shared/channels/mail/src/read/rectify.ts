import { type Paper, papers } from '../paper.ts';
import type { GreyImage } from './grey-image.ts';
import type { Homography } from './homography.ts';

/** How fine a straightened page is: 300 dots per inch. */
export const pixelsPerMm = 300 / 25.4;

/** Straightens a page: its pixels stand where the form was printed, whatever the scanner did to it. */
export function rectify(page: GreyImage, toPage: Homography, paper: Paper = papers.letter): GreyImage {
  const width = Math.round(paper.width * pixelsPerMm);
  const height = Math.round(paper.height * pixelsPerMm);
  const data = new Uint8Array(width * height);
  const [a, b, c, d, e, f, g, h, i] = toPage;
  const { data: source, width: sourceWidth, height: sourceHeight } = page;
  for (let row = 0; row < height; row++) {
    const y = (row + 0.5) / pixelsPerMm;
    for (let column = 0; column < width; column++) {
      const x = (column + 0.5) / pixelsPerMm;
      const w = g * x + h * y + i;
      const u = (a * x + b * y + c) / w - 0.5;
      const v = (d * x + e * y + f) / w - 0.5;
      const left = Math.floor(u);
      const top = Math.floor(v);
      if (left < 0 || top < 0 || left >= sourceWidth - 1 || top >= sourceHeight - 1) {
        data[row * width + column] = 255;
        continue;
      }
      const base = top * sourceWidth + left;
      const dx = u - left;
      const dy = v - top;
      const upper = (source[base] ?? 255) * (1 - dx) + (source[base + 1] ?? 255) * dx;
      const lower =
        (source[base + sourceWidth] ?? 255) * (1 - dx) + (source[base + sourceWidth + 1] ?? 255) * dx;
      data[row * width + column] = upper * (1 - dy) + lower * dy + 0.5;
    }
  }
  return { width, height, data };
}
