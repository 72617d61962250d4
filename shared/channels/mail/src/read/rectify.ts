import { type Paper, papers } from '../paper.ts';
import type { GreyImage } from './grey-image.ts';
import type { Homography } from './homography.ts';

/** How fine a straightened page is: 300 dots per inch. */
export const pixelsPerMm = 300 / 25.4;

/** So many pixels of a row are taken to lie on a line between two exact ones: less than a hundredth of a pixel off. */
const stretch = 32;

/** Straightens a page: its pixels stand where the form was printed, whatever the scanner did to it. */
export function rectify(page: GreyImage, toPage: Homography, paper: Paper = papers.letter): GreyImage {
  const width = Math.round(paper.width * pixelsPerMm);
  const height = Math.round(paper.height * pixelsPerMm);
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) drawRow(page, toPage, data, row, width);
  return { width, height, data };
}

function drawRow(page: GreyImage, toPage: Homography, data: Uint8Array, row: number, width: number): void {
  const [a, b, c, d, e, f, g, h, i] = toPage;
  const y = (row + 0.5) / pixelsPerMm;
  const [across, down, far] = [b * y + c, e * y + f, h * y + i];
  let x = 0.5 / pixelsPerMm;
  let u = (a * x + across) / (g * x + far) - 0.5;
  let v = (d * x + down) / (g * x + far) - 0.5;
  for (let column = 0; column < width; column += stretch) {
    const count = Math.min(stretch, width - column);
    x = (column + count + 0.5) / pixelsPerMm;
    const w = g * x + far;
    const nextU = (a * x + across) / w - 0.5;
    const nextV = (d * x + down) / w - 0.5;
    const isInside = holds(page, u, v) && holds(page, nextU, nextV);
    const draw = isInside ? drawInside : drawAnywhere;
    draw(page, data, row * width + column, count, u, v, (nextU - u) / count, (nextV - v) / count);
    u = nextU;
    v = nextV;
  }
}

/** Whether a place has four pixels around it; no page is so large that its places leave the whole numbers below. */
const holds = ({ width, height }: GreyImage, u: number, v: number) =>
  u >= 0 && v >= 0 && u < Math.min(width, placesMax) - 1 && v < Math.min(height, placesMax) - 1;
const placesMax = 32_768;

/** Each pixel from the four around its place, in whole numbers: a place in 65,536ths of a pixel, a share in 256ths. */
function drawInside(
  { data: from, width }: GreyImage,
  to: Uint8Array,
  first: number,
  count: number,
  u: number,
  v: number,
  du: number,
  dv: number,
): void {
  let across = Math.floor(u * 65_536);
  let down = Math.floor(v * 65_536);
  const stepAcross = Math.round(du * 65_536);
  const stepDown = Math.round(dv * 65_536);
  for (let at = first; at < first + count; at++) {
    const base = (down >> 16) * width + (across >> 16);
    const right = (across >> 8) & 255;
    const upperLeft = from[base] ?? 255;
    const lowerLeft = from[base + width] ?? 255;
    const upper = upperLeft * 256 + ((from[base + 1] ?? 255) - upperLeft) * right;
    const lower = lowerLeft * 256 + ((from[base + width + 1] ?? 255) - lowerLeft) * right;
    to[at] = (upper * 256 + (lower - upper) * ((down >> 8) & 255) + 32_768) >> 16;
    across += stepAcross;
    down += stepDown;
  }
}

/** The same where the page may end: what lies outside it is white. */
function drawAnywhere(...[page, to, first, count, u, v, du, dv]: Parameters<typeof drawInside>): void {
  for (let step = 0; step < count; step++) {
    const x = u + step * du;
    const y = v + step * dv;
    if (holds(page, x, y)) drawInside(page, to, first + step, 1, x, y, 0, 0);
    else to[first + step] = 255;
  }
}
