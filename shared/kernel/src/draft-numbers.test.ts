import { describe, expect, it } from 'vitest';
import { newDraftNumber, parseDraftNumber } from './draft-numbers.ts';
import { newReference, parseReference } from './references.ts';

const digits = [...'0123456789'];

/** All that one wrong digit, or two neighbours swapped, make of a number. */
function slipsOf(number: string): string[] {
  const slips = [...number].flatMap((one, at) => [
    ...digits.map((digit) => `${number.slice(0, at)}${digit}${number.slice(at + 1)}`),
    `${number.slice(0, at)}${number.slice(at + 1, at + 2)}${one}${number.slice(at + 2)}`,
  ]);
  return slips.filter((slip) => slip !== number);
}

describe('the number of a draft', () => {
  it('is never a reference, and a reference never a draft', () => {
    for (let drawn = 0; drawn < 2_000; drawn += 1) {
      const number = newDraftNumber();
      expect(number).toMatch(/^[1-9]\d{9}$/);
      expect(parseDraftNumber(number)).toBe(number);
      expect(parseReference(number)).toBeUndefined();
      expect(parseDraftNumber(newReference())).toBeUndefined();
    }
  });

  it('is refused with one wrong digit or two neighbours swapped, and read however it is grouped', () => {
    const number = newDraftNumber();
    const slips = slipsOf(number);
    expect(slips.length).toBeGreaterThan(90);
    expect(slips.filter((slip) => parseDraftNumber(slip) !== undefined)).toEqual([]);
    const grouped = `${number.slice(0, 3)}\u00a0${number.slice(3, 6)}-${number.slice(6)}`;
    expect(parseDraftNumber(grouped)).toBe(number);
  });
});
