import sharp, { type Sharp } from 'sharp';
import { seeded } from './random.ts';
import type { Sheet } from './sheet.ts';

/** What a sheet goes through on its way back: a flatbed, an office feeder, a fax, upside down, a photo at an angle. */
export type Profile = 'clean' | 'flatbed' | 'office' | 'rot180' | 'rot90' | 'fax' | 'photo';

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
  if (profile === 'fax') return faxed(turned(sheet, (random() - 0.5) * 2, random), random);
  const quarter = profile === 'rot180' ? 180 : profile === 'rot90' ? 90 : 0;
  const skewed = turned(sheet, (random() - 0.5) * 5, random);
  return soiled(await quarterTurned(skewed, quarter), random, { blur: 0.9, noise: 6, quality: 40 });
}

const raw = (sheet: Sheet) =>
  sharp(sheet.data, { raw: { width: sheet.width, height: sheet.height, channels: 1 } });

async function sheetOf(image: Sharp): Promise<Sheet> {
  const { data, info } = await image
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

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
  return { ...sheet, data };
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
  return { width, height, data };
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

async function quarterTurned(sheet: Sheet, degrees: number): Promise<Sheet> {
  return degrees === 0 ? sheet : sheetOf(raw(sheet).rotate(degrees));
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
  return sheetOf(sharp(jpeg));
}

const blurred = (sheet: Sheet, blur: number): Promise<Sheet> => sheetOf(raw(sheet).blur(blur));

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

/** Black or white at 200 dots per inch, with specks. */
async function faxed(sheet: Sheet, random: () => number): Promise<Sheet> {
  const small = await sheetOf(raw(sheet).resize({ width: Math.round((sheet.width * 200) / 300) }));
  const data = small.data.map((value) => (value < 140 ? 0 : 255));
  for (let speck = 0; speck < 400; speck++) data[Math.floor(random() * data.length)] = 0;
  return { ...small, data };
}
