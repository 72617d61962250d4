import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../../tests/support/paper/index.ts';
import type { CheckField } from '../form/form-layout.ts';
import { tonesAround } from './field-picture.ts';
import type { GreyImage } from './grey-image.ts';
import { readCheck } from './read-check.ts';
import { pixelsPerMm } from './rectify.ts';
import { showThrough } from './show-through.ts';

const middle = { x: 14.1, y: 14.1 };
/** Sides of a box, and of one in large print. Unit: millimetres. */
const [small, large] = [4.2, 6.4];
const fieldOf = (size: number): CheckField => ({
  kind: 'check',
  path: 'size',
  option: 'small',
  place: { x: middle.x - size / 2, y: middle.y - size / 2, width: size, height: size },
});
const field = fieldOf(small);
const tones = { paper: 245, ink: 35 };

/** Draws an empty box on a piece of paper, then what a person draws, or lays over it; `shade` gives a tone to a place, in millimetres. */
function boxWith(
  shade: (x: number, y: number) => number | undefined,
  isOver = false,
  size = small,
): GreyImage {
  const side = Math.round(28 * pixelsPerMm);
  const data = Uint8Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [((at % side) + 0.5) / pixelsPerMm, (Math.floor(at / side) + 0.5) / pixelsPerMm];
    const edge = Math.max(Math.abs(x - middle.x), Math.abs(y - middle.y));
    const printed = Math.abs(edge - size / 2) < 0.18 ? 40 : undefined;
    return (isOver ? (shade(x, y) ?? printed) : (printed ?? shade(x, y))) ?? 245;
  });
  return { width: side, height: side, data };
}

const from = (x: number, y: number) => Math.hypot(x - middle.x, (y - middle.y) * 1.1);
const slash = (x: number, y: number, width: number) =>
  Math.abs(x - middle.x + y - middle.y) < width && from(x, y) < 2.2;

/** A line up to the right by a pen. */
const stands = (x: number, y: number, left: number, right: number) =>
  x > left && x < right && Math.abs(y - 15.6 + (x - left) * 0.9) < 0.45;

describe('readCheck', () => {
  it.each([
    ['an empty box', () => undefined, false, []],
    ['a slash by pen', (x: number, y: number) => (slash(x, y, 0.3) ? 40 : undefined), true, []],
    [
      'a slash by a hard pencil',
      (x: number, y: number) => (slash(x, y, 0.2) ? 205 : undefined),
      false,
      ['faint-mark'],
    ],
    [
      'a ring around the box',
      (x: number, y: number) => (Math.abs(from(x, y) - 3.9) < 0.25 ? 50 : undefined),
      false,
      ['mark-around'],
    ],
    [
      'a mark with a ring around it',
      (x: number, y: number) => (slash(x, y, 0.3) || Math.abs(from(x, y) - 3.9) < 0.25 ? 50 : undefined),
      true,
      [],
    ],
    ['a line beside the box', (x: number) => (Math.abs(x - 10.6) < 0.3 ? 50 : undefined), false, []],
    [
      'a label and a line of print over the box',
      (x: number, y: number) => (x > 18 || y < 10 ? 50 : undefined),
      false,
      [],
    ],
    ['paper that is a little darker', () => 222, false, []],
    [
      'a stroke that went astray and ends in the box',
      (x: number, y: number) => (x > 9 && x < 14.2 && Math.abs(y - 13.6) < 0.3 ? 40 : undefined),
      true,
      ['mark-around'],
    ],
    [
      'a tick of which the greater part stands outside',
      (x: number, y: number) => (stands(x, y, 13.8, 18.5) ? 40 : undefined),
      true,
      ['mark-around'],
    ],
    [
      'a tick that ends a little outside',
      (x: number, y: number) => (stands(x, y, 12.6, 16.9) ? 40 : undefined),
      true,
      [],
    ],
    [
      'a tick drawn beside the box',
      (x: number, y: number) => (x < 11.6 && stands(x, y, 9.6, 11.6) ? 40 : undefined),
      false,
      ['mark-around'],
    ],
    [
      'an x that was scribbled over',
      (x: number, y: number) => (slash(x, y, 0.3) || Math.abs(y - 14.1) < 1.2 ? 40 : undefined),
      true,
      ['possible-cancellation'],
    ],
    [
      'an x by a thick pen',
      (x: number, y: number) => (slash(x, y, 0.55) || slash(2 * middle.x - x, y, 0.55) ? 40 : undefined),
      true,
      [],
    ],
  ])('%s', (_, shade, marked, doubts) => {
    expect(readCheck(boxWith(shade), field, tones)).toMatchObject({ marked, doubts });
  });

  const away = (x: number, y: number) => Math.max(Math.abs(x - middle.x), Math.abs(y - middle.y));

  it.each([
    ['a felt pen over the box and around it', (x: number, y: number) => (away(x, y) < 6 ? 40 : undefined)],
    ['tape or a thumb over the box', (x: number, y: number) => (away(x, y) < 9 ? 148 + (x % 4) : undefined)],
  ])('%s is never surely an empty box', (_, shade) => {
    const sheet = boxWith(shade, true);
    const read = readCheck(sheet, field, tonesAround(sheet, field.place, tones));
    expect(read.confidence).toBe(0.5);
    expect(read.doubts).not.toEqual([]);
  });

  it('an empty and a marked box in a half shadow are read as in the light', () => {
    const shadow = (isMarked: boolean) => {
      const sheet = boxWith((x, y) => (isMarked && slash(x, y, 0.3) ? 40 : undefined));
      return { ...sheet, data: sheet.data.map((tone) => tone / 2) };
    };
    for (const isMarked of [false, true]) {
      const sheet = shadow(isMarked);
      expect(readCheck(sheet, field, tonesAround(sheet, field.place, tones))).toMatchObject({
        marked: isMarked,
        doubts: [],
      });
    }
  });

  it('a little shade with the noise of a camera is no mark, a hard pencil in it is one', () => {
    const random = seeded(5);
    const seen = (isMarked: boolean) => {
      const sheet = boxWith((x, y) => (isMarked && slash(x, y, 0.2) ? 175 : undefined));
      const noisy = sheet.data.map((tone) => tone * 0.92 + (random() + random() + random() - 1.5) * 21);
      return { ...sheet, data: noisy };
    };
    for (const isMarked of [false, true]) {
      const sheet = seen(isMarked);
      const { doubts } = readCheck(sheet, field, tonesAround(sheet, field.place, tones));
      expect({ isMarked, doubts }).toEqual({ isMarked, doubts: isMarked ? ['faint-mark'] : [] });
    }
  });

  const dot = (x: number, y: number, wide: number) => Math.hypot(x - 14.3, y - 14) < wide / 2;
  const scribble = (x: number, y: number) =>
    Math.abs(x - middle.x) < 2.8 && Math.abs(((y - 11.2 + (x - middle.x) * 0.08) % 1.1) - 0.55) < 0.2;
  const tick = (x: number, y: number) =>
    Math.abs(x - 14.1 + (y - 14.1) * 0.62) < 0.18 && y > 11.4 && y < 16.6;

  it.each([
    ['a dot by pen', small, (x: number, y: number) => (dot(x, y, 0.9) ? 40 : undefined), true, []],
    ['a dot by pen', large, (x: number, y: number) => (dot(x, y, 0.9) ? 40 : undefined), true, []],
    [
      'a larger speck',
      small,
      (x: number, y: number) => (dot(x, y, 0.6) ? 40 : undefined),
      true,
      ['faint-mark'],
    ],
    [
      'a larger speck',
      large,
      (x: number, y: number) => (dot(x, y, 0.6) ? 40 : undefined),
      true,
      ['faint-mark'],
    ],
    ['a slash by a thin pen', large, (x: number, y: number) => (tick(x, y) ? 60 : undefined), true, []],
    ['a hard pencil', large, (x: number, y: number) => (tick(x, y) ? 215 : undefined), false, ['faint-mark']],
    [
      'an x by a thin pen that was scribbled over',
      large,
      (x: number, y: number) => (scribble(x, y) ? 60 : undefined),
      true,
      ['possible-cancellation'],
    ],
  ])('%s in a box of %s mm', (_, size, shade, marked, doubts) => {
    expect(readCheck(boxWith(shade, false, size), fieldOf(size), tones)).toMatchObject({ marked, doubts });
  });

  it("the edge of a shadow across an empty box is no mark, a hard pencil's stroke in it is one", () => {
    for (const isMarked of [false, true]) {
      const sheet = boxWith((x, y) => (isMarked && tick(x, y) ? 185 : undefined), false, large);
      const data = sheet.data.map((tone, at) => {
        const x = ((at % sheet.width) + 0.5) / pixelsPerMm;
        return tone * (1 - 0.25 * Math.max(0, Math.min(1, (x - 10) / 12)));
      });
      expect(readCheck({ ...sheet, data }, fieldOf(large), tones).doubts).toEqual(
        isMarked ? ['faint-mark'] : [],
      );
    }
  });

  describe('on thin paper', () => {
    /** Letters of the other side, as if there were nothing but n and u, in lines. */
    const letters = (x: number, y: number) => {
      const [along, down] = [x % 1.9, y % 4.4];
      if (along > 1.3 || down > 2) return false;
      const isArch = Math.floor(x / 1.9) % 2 === 0 ? down < 0.35 : down > 1.65;
      return isArch || along < 0.35 || along > 0.95;
    };
    const frame = (x: number, y: number) => Math.abs(y - 13.2) < 0.15 || Math.abs(x - 14.6) < 0.15;
    const seen = (size: number, isBehind: typeof letters, isDrawn: typeof letters = () => false) => {
      const sheet = boxWith((x, y) => (isDrawn(x, y) ? 180 : isBehind(x, y) ? 190 : undefined), false, size);
      const place = fieldOf(size);
      return readCheck(sheet, place, tones, () => showThrough(sheet, [{ place: place.place, tones }]));
    };

    it.each([small, large])('what shows through is no mark, a pencil as faint is: a box of %s mm', (size) => {
      for (const isBehind of [letters, frame]) {
        expect(seen(size, isBehind)).toMatchObject({ marked: false, doubts: [] });
        expect(seen(size, isBehind, tick).doubts).toEqual(['faint-mark']);
      }
    });

    it('what is faint in a box and nowhere else is in doubt', () => {
      const isInside = (x: number, y: number) => away(x, y) < 2 && letters(x, y);
      expect(seen(small, isInside)).toMatchObject({ marked: false, doubts: ['faint-mark'] });
    });
  });
});
