import { expect, it } from 'vitest';
import { amountOf } from './expressions.ts';

it('the least and the greatest of several amounts are one of them, whatever their place', () => {
  const held: Record<string, number> = { small: 50, large: 700 };
  const parts = [{ answer: 'small' }, { answer: 'large' }, 400];
  const lookup = (key: string) => held[key];
  expect(amountOf({ least: parts })(lookup)).toBe(50);
  expect(amountOf({ least: parts.toReversed() })(lookup)).toBe(50);
  expect(amountOf({ greatest: parts })(lookup)).toBe(700);
  expect(amountOf({ greatest: parts.toReversed() })(lookup)).toBe(700);
});
