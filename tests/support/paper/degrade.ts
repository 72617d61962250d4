import sharp, { type Sharp } from 'sharp';
import { dusty, shadowed, streaked } from './dirt.ts';
import { seeded } from './random.ts';
import type { Sheet, Spot } from './sheet.ts';

/**
 * What a sheet goes through on its way back: a flatbed, an office feeder (clean or dirty), upside down or sideways in it,
 * a fax of 200 lines an inch or of 100 (its lines doubled, or pixels left twice as tall as wide), a photo at an angle
 * (from above, or from afar under a lamp that throws a shadow).
 */
export type Profile =
  | 'clean'
  | 'flatbed'
  | 'office'
  | 'feeder'
  | 'rot180'
  | 'rot90'
  | 'fax'
  | 'fax-coarse'
  | 'fax-flat'
  | 'photo'
  | 'phone';

/** Spoils sheets as scanning does; the same seed spoils them alike. */
export async function degrade(sheets: readonly Sheet[], profile: Profile, seed: number): Promise<Sheet[]> {
  const spoilt: Sheet[] = [];
  for (const [at, sheet] of sheets.entries())
    spoilt.push(await spoil(sheet, profile, seeded(seed * 1000 + at)));
  return spoilt;
}

async function spoil(sheet: Sheet, profile: Profile, random: () => number): Promise<Sheet> {
  if (profile === 'clean') return sheet;
  if (profile === 'flatbed')
    return grained(await blurred(turned(sheet, random() - 0.5, random), 0.5), random);
  if (profile === 'photo')
    return soiled(lit(slanted(sheet, random), random), random, { blur: 0.8, noise: 7, quality: 70 });
  if (profile === 'phone') {
    const seen = shadowed(lit(tilted(sheet, random), random), random);
    return soiled(seen, random, { blur: 1 + random() * 0.4, noise: 8, quality: 70 });
  }
  if (profile === 'fax') return faxed(turned(sheet, (random() - 0.5) * 2, random), random, [200, 200]);
  if (profile === 'fax-flat' || profile === 'fax-coarse') {
    const fax = await faxed(turned(sheet, (random() - 0.5) * 2, random), random, [200, 100]);
    return profile === 'fax-flat' ? fax : twiceAsTall(fax);
  }
  if (profile === 'feeder') {
    const skewed = dusty(turned(sheet, (random() - 0.5) * 6, random), random);
    const passed = random() < 0.3 ? streaked(skewed, random) : skewed;
    return soiled(passed, random, { blur: 0.9, noise: 6, quality: 40 });
  }
  const quarter = profile === 'rot180' ? 180 : profile === 'rot90' ? 90 : 0;
  const skewed = turned(sheet, (random() - 0.5) * 5, random);
  return soiled(await quarterTurned(skewed, quarter), random, { blur: 0.9, noise: 6, quality: 40 });
}

const raw = (sheet: Sheet) =>
  sharp(sheet.data, { raw: { width: sheet.width, height: sheet.height, channels: 1 } });

async function sheetOf(image: Sharp, from: Sheet['from']): Promise<Sheet> {
  const { data, info } = await image
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data, ...(from === undefined ? {} : { from }) };
}

/** Tells from where a place comes, by way of the sheet that a picture was made of. */
function through(sheet: Sheet, to: (spot: Spot) => Spot): (spot: Spot) => Spot {
  const { from } = sheet;
  return from === undefined ? to : (spot) => from(to(spot));
}

/** The same for pixels counted by their corners instead of their middles. */
const throughPixels = (sheet: Sheet, to: (x: number, y: number) => [number, number]) =>
  through(sheet, ({ x, y }) => {
    const [u, v] = to(x - 0.5, y - 0.5);
    return { x: u + 0.5, y: v + 0.5 };
  });

/** Unit: degrees; the sheet also prints up to 1.5 % too large or too small, and lies a little off. */
function turned(sheet: Sheet, degrees: number, random: () => number): Sheet {
  const angle = (degrees * Math.PI) / 180;
  const size = 1 + (random() - 0.5) * 0.03;
  const [cos, sin] = [Math.cos(angle) / size, Math.sin(angle) / size];
  const [dx, dy] = [(random() - 0.5) * 30, (random() - 0.5) * 30];
  const [cx, cy] = [sheet.width / 2, sheet.height / 2];
  const data = new Uint8Array(sheet.width * sheet.height);
  for (let y = 0; y < sheet.height; y++) {
    for (let x = 0; x < sheet.width; x++) {
      const u = cx + (x - cx - dx) * cos + (y - cy - dy) * sin;
      const v = cy - (x - cx - dx) * sin + (y - cy - dy) * cos;
      data[y * sheet.width + x] = between(sheet, u, v, 255);
    }
  }
  const from = throughPixels(sheet, (x, y) => [
    cx + (x - cx - dx) * cos + (y - cy - dy) * sin,
    cy - (x - cx - dx) * sin + (y - cy - dy) * cos,
  ]);
  return { ...sheet, data, from };
}

/** Seen at an angle on a dark table: lines meet far away. */
function slanted(sheet: Sheet, random: () => number): Sheet {
  const [gx, gy] = [(random() - 0.5) * 0.00005, (random() - 0.5) * 0.00005];
  const margin = 140;
  return warped(
    sheet,
    sheet.width + 2 * margin,
    sheet.height + 2 * margin,
    (x, y) => {
      const [u, v] = [x - margin - sheet.width / 2, y - margin - sheet.height / 2];
      const w = 1 + gx * u + gy * v;
      return [sheet.width / 2 + (u + 0.015 * v) / w, sheet.height / 2 + (v - 0.02 * u) / w];
    },
    70,
  );
}

/** Held over a table and photographed from one side, a little turned: the far edge is a tenth shorter than the near one. */
function tilted(sheet: Sheet, random: () => number): Sheet {
  const [gx, gy] = [(random() - 0.5) * 0.00008, (random() - 0.5) * 0.00008];
  const angle = ((random() - 0.5) * 8 * Math.PI) / 180;
  const size = 1.12 + random() * 0.1;
  const [cos, sin] = [Math.cos(angle) * size, Math.sin(angle) * size];
  const margin = 100;
  const [width, height] = [sheet.width + 2 * margin, sheet.height + 2 * margin];
  const seen = (x: number, y: number): [number, number] => {
    const [u, v] = [x - width / 2, y - height / 2];
    const w = 1 + gx * u + gy * v;
    return [sheet.width / 2 + (u * cos + v * sin) / w, sheet.height / 2 + (v * cos - u * sin) / w];
  };
  return warped(sheet, width, height, seen, 60);
}

function warped(
  sheet: Sheet,
  width: number,
  height: number,
  from: (x: number, y: number) => [number, number],
  around = 255,
): Sheet {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = from(x, y);
      data[y * width + x] = between(sheet, u, v, around);
    }
  }
  return { width, height, data, from: throughPixels(sheet, from) };
}

/** Gives the grey at a place between pixels. */
function between({ data, width, height }: Sheet, u: number, v: number, around: number): number {
  const left = Math.floor(u);
  const top = Math.floor(v);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return around;
  const at = top * width + left;
  const right = u - left;
  const down = v - top;
  const upper = (data[at] ?? 255) * (1 - right) + (data[at + 1] ?? 255) * right;
  const lower = (data[at + width] ?? 255) * (1 - right) + (data[at + width + 1] ?? 255) * right;
  return upper * (1 - down) + lower * down;
}

/** A lamp on one side. */
function lit(sheet: Sheet, random: () => number): Sheet {
  const [sx, sy] = [(random() - 0.5) * 0.35, (random() - 0.5) * 0.35];
  const data = sheet.data.map((value, at) => {
    const x = (at % sheet.width) / sheet.width - 0.5;
    const y = Math.floor(at / sheet.width) / sheet.height - 0.5;
    return Math.max(0, Math.min(255, value * (0.85 + sx * x + sy * y)));
  });
  return { ...sheet, data };
}

async function quarterTurned(sheet: Sheet, degrees: 0 | 90 | 180): Promise<Sheet> {
  if (degrees === 0) return sheet;
  const from =
    degrees === 180
      ? through(sheet, ({ x, y }) => ({ x: sheet.width - x, y: sheet.height - y }))
      : through(sheet, ({ x, y }) => ({ x: y, y: sheet.height - x }));
  return sheetOf(raw(sheet).rotate(degrees), from);
}

/** The optics blur, the sensor is noisy, paper is not quite white, and the file is compressed hard. */
async function soiled(
  sheet: Sheet,
  random: () => number,
  how: { blur: number; noise: number; quality: number },
): Promise<Sheet> {
  const soft = await blurred(sheet, how.blur);
  const noisy = soft.data.map((value) => {
    const noise = (random() + random() + random() - 1.5) * 2 * how.noise;
    return Math.max(0, Math.min(255, value * 0.93 + 12 + noise));
  });
  const jpeg = await raw({ ...soft, data: noisy })
    .jpeg({ quality: how.quality })
    .toBuffer();
  return sheetOf(sharp(jpeg), sheet.from);
}

const blurred = (sheet: Sheet, blur: number): Promise<Sheet> => sheetOf(raw(sheet).blur(blur), sheet.from);

/** A good sensor: little noise, from a strip of it that every line takes elsewhere. */
function grained(sheet: Sheet, random: () => number): Sheet {
  const strip = Float32Array.from({ length: 2 ** 16 }, () => (random() + random() + random() - 1.5) * 6);
  const data = new Uint8ClampedArray(sheet.data.length);
  for (let y = 0; y < sheet.height; y++) {
    const from = Math.floor(random() * (strip.length - sheet.width));
    for (let x = 0; x < sheet.width; x++) {
      const at = y * sheet.width + x;
      data[at] = (sheet.data[at] ?? 255) * 0.93 + 12 + (strip[from + x] ?? 0);
    }
  }
  return { ...sheet, data: new Uint8Array(data.buffer) };
}

/** Black or white, with specks. Unit: dots per inch across and down. */
async function faxed(sheet: Sheet, random: () => number, [across, down]: [number, number]): Promise<Sheet> {
  const [width, height] = [Math.round((sheet.width * across) / 300), Math.round((sheet.height * down) / 300)];
  const small = await sheetOf(
    raw(sheet).resize({ width, height, fit: 'fill' }),
    through(sheet, ({ x, y }) => ({ x: (x * sheet.width) / width, y: (y * sheet.height) / height })),
  );
  const data = small.data.map((value) => (value < 140 ? 0 : 255));
  for (let speck = 0; speck < 400; speck++) data[Math.floor(random() * data.length)] = 0;
  return { ...small, data };
}

/** Each line printed twice, as most receivers do, so that the sheet keeps its shape. */
function twiceAsTall(sheet: Sheet): Sheet {
  const data = new Uint8Array(sheet.data.length * 2);
  for (let y = 0; y < sheet.height * 2; y++)
    data.set(sheet.data.subarray((y >> 1) * sheet.width, ((y >> 1) + 1) * sheet.width), y * sheet.width);
  return {
    width: sheet.width,
    height: sheet.height * 2,
    data,
    from: through(sheet, ({ x, y }) => ({ x, y: y / 2 })),
  };
}
