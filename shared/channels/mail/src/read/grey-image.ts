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

/** Reads an image file into grey, upright as its own metadata says, no larger than a number of pixels. */
export async function greyOf(
  bytes: Uint8Array,
  options: { pixelsMax?: number; page?: number } = {},
): Promise<GreyImage> {
  const source = sharp(bytes, {
    limitInputPixels: pixelsReadMax,
    page: options.page ?? 0,
    failOn: 'error',
  }).autoOrient();
  const { width = 1, height = 1 } = await source.metadata();
  const shrink = Math.sqrt(Math.min(1, (options.pixelsMax ?? pixelsReadMax) / (width * height)));
  const sized = shrink < 1 ? source.resize({ width: Math.max(1, Math.round(width * shrink)) }) : source;
  const { data, info } = await sized
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The most a page may hold. */
export const pixelsReadMax = 40_000_000;

/** Writes a grey picture as a JPEG for the viewer and for the second stage of reading. */
export async function jpegOf(image: GreyImage): Promise<Buffer> {
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 1 } })
    .jpeg({ quality: 88 })
    .toBuffer();
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

function blurred(data: Uint8Array, width: number, step: number): Uint8Array {
  return data.map((value, i) => {
    const edge =
      step === 1 ? i % width === 0 || i % width === width - 1 : i < width || i >= data.length - width;
    return edge ? value : ((data[i - step] ?? value) + 2 * value + (data[i + step] ?? value)) / 4;
  });
}

/** Resizes a small picture, pixels between pixels weighed. */
export function scaled(image: GreyImage, factor: number): GreyImage {
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const v = (row + 0.5) / factor - 0.5;
    const top = Math.floor(v);
    for (let column = 0; column < width; column++) {
      const u = (column + 0.5) / factor - 0.5;
      const left = Math.floor(u);
      const upper = at(image, left, top) * (1 - u + left) + at(image, left + 1, top) * (u - left);
      const lower = at(image, left, top + 1) * (1 - u + left) + at(image, left + 1, top + 1) * (u - left);
      data[row * width + column] = upper * (1 - v + top) + lower * (v - top) + 0.5;
    }
  }
  return { width, height, data };
}

/** Gives the value of a pixel, white outside the picture. */
export function at(image: GreyImage, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= image.width || y >= image.height) return 255;
  return image.data[y * image.width + x] ?? 255;
}

/** Gives the value below which a share of the pixels lies, looking at every nth. */
export function percentile(image: GreyImage, share: number, step = 1): number {
  const counts = new Uint32Array(256);
  let seen = 0;
  for (let i = 0; i < image.data.length; i += step) {
    const value = image.data[i] ?? 255;
    counts[value] = (counts[value] ?? 0) + 1;
    seen += 1;
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
  for (let row = 0; row < cut.height; row++) {
    const from = top + row;
    if (from < 0 || from >= image.height) continue;
    for (let column = 0; column < cut.width; column++)
      data[row * cut.width + column] = at(image, left + column, from);
  }
  return { ...cut, data };
}
