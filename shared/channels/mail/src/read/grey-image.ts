import sharp from 'sharp';

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

/** Makes a picture smaller, or softer, or both. */
export async function resampled(image: GreyImage, width: number, blur = 0): Promise<GreyImage> {
  let made = sharp(image.data, { raw: { width: image.width, height: image.height, channels: 1 } });
  if (blur > 0) made = made.blur(blur);
  const { data, info } = await made
    .resize({ width: Math.max(1, Math.round(width)) })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
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
