import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../../tests/support/paper/index.ts';
import { clearWriting } from './clear-writing.ts';
import type { GreyImage } from './grey-image.ts';
import {
  areBoxesByHand,
  areTextsByHand,
  feetStrays,
  heightStrays,
  isScattered,
  isTextByHand,
} from './hand-or-type.ts';
import { losesDiaeresis, marksAbove, marksFit } from './marks-above.ts';

type Block = readonly [x: number, y: number, width: number, height: number];

/** Draws blocks of ink on white: a letter is 16 wide and 30 high, and stands on 60. Unit: pixels. */
function drawn(...blocks: readonly Block[]): GreyImage {
  const [width, height] = [600, 100];
  const data = new Uint8Array(width * height).fill(255);
  for (const [x, y, across, down] of blocks)
    for (let row = y; row < y + down; row++) data.fill(20, row * width + x, row * width + x + across);
  return { width, height, data };
}

const letters = (count: number, footOf: (at: number) => number = () => 0): Block[] =>
  Array.from({ length: count }, (_, at) => [20 + at * 24, 30 + footOf(at), 16, 30]);
const size = ({ width, height }: GreyImage) => [width, height];

describe('clearWriting', () => {
  const trimmed = [6 * 24 - 8 + 28, 30 + 28];

  it('takes away a speck afar, a speck under the line and a streak beside the writing', () => {
    const dirt: Block[] = [
      [500, 40, 5, 5],
      [60, 80, 5, 5],
      [540, 0, 3, 100],
    ];
    expect(size(clearWriting(drawn(...letters(6), ...dirt)))).toEqual(trimmed);
  });

  it('leaves points, commas and accents, and a picture without letters', () => {
    const signs: Block[] = [
      [22, 18, 6, 6],
      [162, 56, 4, 4],
    ];
    const image = drawn(...letters(6), ...signs);
    expect(clearWriting(image)).toBe(image);
    const streak = drawn([300, 0, 3, 100]);
    expect(clearWriting(streak)).toBe(streak);
  });

  it('leaves a streak through the writing, which may have swallowed a letter', () => {
    const image = drawn(...letters(6), [60, 0, 3, 100]);
    expect(clearWriting(image)).toBe(image);
  });
});

describe('marksAbove', () => {
  it('counts dots and accents above letters, and no points beside or under them', () => {
    const marks: Block[] = [
      [26, 20, 5, 5],
      [50, 20, 5, 5],
      [58, 20, 5, 5],
      [162, 56, 4, 4],
    ];
    expect(marksAbove(drawn(...letters(6), ...marks))).toEqual({ least: 3, most: 3, pairs: 1 });
  });

  it.each([
    ['Anaïs', true, false],
    ['Anais', false, true],
    ['Anaîs', true, true],
    ['Anas', false, true],
  ])('two dots side by side above one letter: %s fits %s, loses a diaeresis %s', (text, fits, loses) => {
    const seen = marksAbove(drawn(...letters(5), [92, 20, 5, 5], [101, 20, 5, 5]));
    expect([marksFit(text, seen), losesDiaeresis(text, seen)]).toEqual([fits, loses]);
  });
});

describe('hand or type', () => {
  const typed = feetStrays(drawn(...letters(20, (at) => at % 2)));
  const byHand = (seed: number) => {
    const random = seeded(seed);
    return feetStrays(drawn(...letters(20, () => Math.round((random() - 0.5) * 9))));
  };

  it('letters on a line, even a little turned, are typed; letters that stray are by hand', () => {
    expect(typed).toHaveLength(20);
    expect(isTextByHand(typed)).toBe(false);
    const turned = feetStrays(drawn(...letters(20, (at) => Math.round(at * 24 * 0.01))));
    expect(isTextByHand(turned)).toBe(false);
    for (let seed = 1; seed <= 20; seed++) {
      expect(isTextByHand(byHand(seed))).toBe(true);
      expect(areTextsByHand([byHand(seed)])).toEqual([true]);
    }
  });

  it('what hangs below the line does not make a hand', () => {
    const hanging = letters(20).map(
      ([x, y, width, height], at): Block => [x, y, width, at % 5 === 0 ? height + 8 : height],
    );
    expect(isTextByHand(feetStrays(drawn(...hanging)))).toBe(false);
  });

  it.each([
    ['even figures are typed', [39, 39, 40, 39, 39, 40, 39, 39], false],
    ['one with dust in its box', [39, 39, 40, 39, 39, 40, 39, 39, 39, 70], false],
    ['uneven ones are by hand', [39, 44, 40, 36, 39, 42, 37, 39], true],
  ])('beside typed text %s', (_, heights, isHand) => {
    expect(areBoxesByHand({ feet: typed, heights: heightStrays(heights) })).toBe(isHand);
    expect(isTextByHand(typed)).toBe(false);
  });

  it('figures alone never tell, nor do they beside a few letters or a hand', () => {
    const even = heightStrays([39, 39, 39, 39, 39, 39, 39, 39]);
    expect(areBoxesByHand({ feet: [], heights: even })).toBe(true);
    expect(areBoxesByHand({ feet: typed.slice(0, 8), heights: even })).toBe(true);
    expect(areBoxesByHand({ feet: byHand(1), heights: even })).toBe(true);
  });

  it('a few letters must stand straighter than many', () => {
    const straight = (count: number, off: number) => Array.from({ length: count }, () => off);
    expect([4, 10, 40].map((count) => isTextByHand(straight(count, 0.05)))).toEqual([true, true, false]);
    expect([5, 10].map((count) => isTextByHand(straight(count, 0.03)))).toEqual([false, false]);
  });

  it('a text most of which stands on no line is scattered', () => {
    expect(isScattered('Il y a un trou profond', typed.slice(0, 6))).toBe(true);
    expect(isScattered('Il y a un trou profond', typed.slice(0, 12))).toBe(false);
    expect(isScattered('301', [])).toBe(false);
  });
});
