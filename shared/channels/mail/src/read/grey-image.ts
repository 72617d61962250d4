import sharp from 'sharp';

/** Pages come one at a time and never twice: a cache or more threads would only hold memory. */
sharp.cache(false);
sharp.concurrency(1);

/** A picture in grey, one byte a pixel, 0 black. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Reads an image file into grey, upright as its own metadata says, no larger than a number of pixels; `stretch` makes its
 * pixels square.
 */
export async function greyOf(
  bytes: Uint8Array,
  options: { pixelsMax?: number; page?: number; stretch?: { across: number; down: number } } = {},
): Promise<GreyImage> {
  const source = sharp(bytes, {
    limitInputPixels: pixelsReadMax,
    page: options.page ?? 0,
    failOn: 'error',
  }).autoOrient();
  const { width = 1, height = 1, channels, depth, space } = await source.metadata();
  const { across, down } = options.stretch ?? { across: 1, down: 1 };
  const shrink = Math.sqrt(
    Math.min(1, (options.pixelsMax ?? pixelsReadMax) / (width * across * height * down)),
  );
  const target = { width: side(width * across * shrink), height: side(height * down * shrink) };
  let sized = source;
  if (across * down !== 1) sized = source.resize({ ...target, fit: 'fill', kernel: 'nearest' });
  else if (shrink < 1) sized = source.resize({ width: target.width });
  // A picture that is grey already is not taken through colours: half the time.
  const isGrey = channels === 1 && depth === 'uchar' && space === 'b-w';
  const grey = isGrey ? sized : sized.flatten({ background: '#ffffff' }).toColourspace('b-w');
  const { data, info } = await grey.extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

const side = (pixels: number) => Math.max(1, Math.round(pixels));

/** The most a page may hold. */
export const pixelsReadMax = 40_000_000;

/**
 * Writes a grey picture as a JPEG for the viewer and for the second stage of reading: four times as fast without colours
 * and in one pass, and no larger at a quality that readers can't tell from a better one.
 */
export async function jpegOf(image: GreyImage): Promise<Buffer> {
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality: 82, optimiseCoding: false })
    .toBuffer();
}

/** Writes a grey picture as a portable graymap: needs no encoder, and a quarter the size of what holds colours. */
export function graymapOf({ width, height, data }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}

const halves = new WeakMap<GreyImage, GreyImage>();

/** Makes a picture half as large, once for each: a pixel is the mean of four; a last odd row or column falls away. */
export function halved(image: GreyImage): GreyImage {
  const made = halves.get(image);
  if (made !== undefined) return made;
  if (image.width < 2 || image.height < 2) return image;
  const [width, height] = [image.width >> 1, image.height >> 1];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) halveRow(image, y, data, width);
  const half = { width, height, data };
  halves.set(image, half);
  return half;
}

function halveRow(
  { data: from, width: across }: GreyImage,
  y: number,
  data: Uint8Array,
  width: number,
): void {
  let upper = 2 * y * across;
  let lower = upper + across;
  for (let to = y * width; to < (y + 1) * width; to++, upper += 2, lower += 2) {
    const sum = (from[upper] ?? 0) + (from[upper + 1] ?? 0) + (from[lower] ?? 0) + (from[lower + 1] ?? 0);
    data[to] = (sum + 2) >> 2;
  }
}

/** Makes a picture smaller: each pixel is the mean of those it stands for. */
export function shrunk(image: GreyImage, width: number): GreyImage {
  const across = Math.max(1, Math.min(image.width, Math.round(width)));
  const down = Math.max(1, Math.round((image.height * across) / image.width));
  const columns = Uint16Array.from({ length: image.width }, (_, x) => Math.floor((x * across) / image.width));
  const counts = new Uint16Array(across);
  for (const column of columns) counts[column] = (counts[column] ?? 0) + 1;
  const data = new Uint8Array(across * down);
  const sums = new Uint32Array(across);
  for (let to = 0, y = 0; to < down; to++) {
    const first = y;
    for (; y < image.height && Math.floor((y * down) / image.height) === to; y++)
      addRow(sums, image.data.subarray(y * image.width, (y + 1) * image.width), columns);
    for (let x = 0; x < across; x++)
      data[to * across + x] = (sums[x] ?? 0) / ((counts[x] ?? 1) * (y - first));
    sums.fill(0);
  }
  return { width: across, height: down, data };
}

/** A loop of its own, that the engine makes fast: ten times so for a page of eight million pixels. */
function addRow(sums: Uint32Array, row: Uint8Array, columns: Uint16Array): void {
  for (let x = 0; x < row.length; x++) {
    const column = columns[x] ?? 0;
    sums[column] = (sums[column] ?? 0) + (row[x] ?? 255);
  }
}

/** Softens a picture a little: each pixel takes a share of its neighbours, as optics out of focus do. */
export function softened(image: GreyImage, passes = 1): GreyImage {
  let { data } = image;
  for (let pass = 0; pass < passes; pass++)
    data = blurred(blurred(data, image.width, 1), image.width, image.width);
  return { ...image, data };
}

function blurred(from: Uint8Array, width: number, step: number): Uint8Array {
  const data = Uint8Array.from(from);
  // Along rows the ends of each row keep their value, down columns the first and the last row.
  const [first, last] = step === 1 ? [1, from.length - 1] : [width, from.length - width];
  for (let at = first; at < last; at++)
    data[at] = ((from[at - step] ?? 0) + 2 * (from[at] ?? 0) + (from[at + step] ?? 0)) / 4;
  if (step === 1)
    for (let end = width - 1; end < from.length; end += width) {
      data[end] = from[end] ?? 0;
      data[end + 1] = from[end + 1] ?? 0;
    }
  return data;
}

/** Resizes a small picture, pixels between pixels weighed; what lies outside is white. */
export function scaled(image: GreyImage, factor: number): GreyImage {
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const data = new Uint8Array(width * height);
  const around = padded(image, 1);
  const places = Float64Array.from({ length: width }, (_, column) => (column + 0.5) / factor + 0.5);
  for (let row = 0; row < height; row++) {
    const v = (row + 0.5) / factor + 0.5;
    const top = Math.min(around.height - 2, Math.floor(v));
    const upper = around.data.subarray(top * around.width, (top + 1) * around.width);
    const lower = around.data.subarray((top + 1) * around.width, (top + 2) * around.width);
    scaleRow(data.subarray(row * width, (row + 1) * width), upper, lower, v - top, places);
  }
  return { width, height, data };
}

function scaleRow(
  to: Uint8Array,
  upper: Uint8Array,
  lower: Uint8Array,
  down: number,
  places: Float64Array,
): void {
  for (let column = 0; column < to.length; column++) {
    const u = places[column] ?? 0;
    const left = Math.min(upper.length - 2, Math.floor(u));
    const right = u - left;
    const above = (upper[left] ?? 255) * (1 - right) + (upper[left + 1] ?? 255) * right;
    const below = (lower[left] ?? 255) * (1 - right) + (lower[left + 1] ?? 255) * right;
    to[column] = above * (1 - down) + below * down + 0.5;
  }
}

/** Gives the value of a pixel, white outside the picture. */
export function at(image: GreyImage, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= image.width || y >= image.height) return 255;
  return image.data[y * image.width + x] ?? 255;
}

/** Gives the value below which a share of the pixels lies, looking at every nth. */
export function percentile(image: GreyImage, share: number, step = 1): number {
  const { width, height } = image;
  return percentileIn(image, { left: 0, top: 0, width, height }, share, step);
}

/** The same of a part of a picture; what lies outside is white. Unit: pixels, whole. */
export function percentileIn(
  image: GreyImage,
  part: { left: number; top: number; width: number; height: number },
  share: number,
  step = 1,
): number {
  const counts = new Uint32Array(256);
  let seen = 0;
  let x = 0;
  let y = 0;
  while (y < part.height) {
    const value = at(image, part.left + x, part.top + y);
    counts[value] = (counts[value] ?? 0) + 1;
    seen += 1;
    x += step;
    while (x >= part.width) {
      x -= part.width;
      y += 1;
    }
  }
  let below = 0;
  for (let value = 0; value < 256; value++) {
    below += counts[value] ?? 0;
    if (below >= share * seen) return value;
  }
  return 255;
}

/** Cuts a rectangle out of a picture; what lies outside is white. Unit: pixels. */
export function cropped(image: GreyImage, x: number, y: number, width: number, height: number): GreyImage {
  const left = Math.round(x);
  const top = Math.round(y);
  const cut = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
  const data = new Uint8Array(cut.width * cut.height).fill(255);
  const [first, end] = [Math.max(0, left), Math.min(image.width, left + cut.width)];
  if (first >= end) return { ...cut, data };
  for (let row = 0; row < cut.height; row++) {
    const from = top + row;
    if (from < 0 || from >= image.height) continue;
    const line = image.data.subarray(from * image.width + first, from * image.width + end);
    data.set(line, row * cut.width + first - left);
  }
  return { ...cut, data };
}

/** Puts white around a picture. Unit: pixels. */
export function padded(image: GreyImage, margin: number): GreyImage {
  return cropped(image, -margin, -margin, image.width + 2 * margin, image.height + 2 * margin);
}
