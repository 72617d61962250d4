import type { Rect } from '../../../shared/channels/mail/src/paper.ts';
import { qrModules } from '../../../shared/channels/mail/src/qr-modules.ts';
import { scaled } from '../../../shared/channels/mail/src/read/grey-image.ts';
import { paperOf } from './damage.ts';
import type { Sheet } from './sheet.ts';

const pixelsPerMm = 300 / 25.4;

/** Lays two sheets side by side on the glass, each made smaller so that both fit, as who saves paper copies them. */
export function twoOnOne(left: Sheet, right: Sheet): Sheet {
  const [width, height] = [left.height, left.width];
  const data = new Uint8Array(width * height).fill(255);
  for (const [at, sheet] of [left, right].entries()) {
    const small = scaled(sheet, Math.min(width / 2 / sheet.width, height / sheet.height));
    for (let y = 0; y < Math.min(height, small.height); y++)
      data.set(
        small.data.subarray(y * small.width, y * small.width + Math.min(small.width, width >> 1)),
        y * width + at * (width >> 1),
      );
  }
  return { width, height, data };
}

/** Puts the codes of another public body where ours stand: forms of all bodies look alike. */
export function ofAnotherBody(sheet: Sheet, text: string): Sheet {
  const data = Uint8Array.from(sheet.data);
  for (const { place, level } of paperOf(sheet).codes)
    drawCode({ ...sheet, data }, place, qrModules(text, level));
  return { ...sheet, data };
}

function drawCode({ data, width }: Sheet, place: Rect, modules: readonly boolean[][]): void {
  const side = place.width / modules.length;
  for (let y = 0; y < Math.round(place.height * pixelsPerMm); y++) {
    for (let x = 0; x < Math.round(place.width * pixelsPerMm); x++) {
      const isDark =
        modules[Math.floor(y / pixelsPerMm / side)]?.[Math.floor(x / pixelsPerMm / side)] === true;
      const at = (Math.round(place.y * pixelsPerMm) + y) * width + Math.round(place.x * pixelsPerMm) + x;
      data[at] = isDark ? 20 : 255;
    }
  }
}

/** A picture of no form at all: soft light, round things, a few dark squares that could be marks. */
export function somethingElse(random: () => number): Sheet {
  const [width, height] = [2400, 3200];
  const data = new Uint8Array(width * height);
  const [across, down, from] = [(random() - 0.5) * 160, (random() - 0.5) * 160, 90 + random() * 90];
  const things = Array.from({ length: 24 }, () => ({
    x: random() * width,
    y: random() * height,
    reach: 30 + random() * 260,
    tone: random() * 255,
    isSquare: random() < 0.4,
  }));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      data[y * width + x] = Math.max(0, Math.min(255, from + (across * x) / width + (down * y) / height));
  }
  for (const { x, y, reach, tone, isSquare } of things) {
    for (let row = Math.max(0, Math.ceil(y - reach)); row < Math.min(height, y + reach); row++) {
      for (let column = Math.max(0, Math.ceil(x - reach)); column < Math.min(width, x + reach); column++)
        if (isSquare || Math.hypot(column - x, row - y) < reach) data[row * width + column] = tone;
    }
  }
  return { width, height, data };
}
