import { describe, expect, it } from 'vitest';
import { areTextsByHand } from './hand-or-type.ts';

/** So many letters, each so far off its line. */
const letters = (count: number, off: number) => Array.from({ length: count }, () => off);

describe('areTextsByHand', () => {
  it('a short text that happens to stand straight is by hand when another of the page is', () => {
    expect(areTextsByHand([letters(7, 0.05), letters(5, 0.14)])).toEqual([true, true]);
  });

  it('a long straight text beside one by hand is typed', () => {
    expect(areTextsByHand([letters(24, 0.05), letters(8, 0.14)])).toEqual([false, true]);
  });

  it('short typed texts are typed when nothing of the page is by hand', () => {
    expect(areTextsByHand([letters(4, 0.05), letters(6, 0.07), letters(3, 0.2)])).toEqual([
      false,
      false,
      false,
    ]);
  });
});
