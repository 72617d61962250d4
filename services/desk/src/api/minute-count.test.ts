import { minute } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { minuteCount } from './minute-count.ts';

it('a key has so many requests a minute, whatever others ask, and as many again in the next', () => {
  let at = 0;
  const hasRoom = minuteCount({ now: () => new Date(at) }, 2);
  expect(['a', 'a', 'b', 'a', 'b'].map(hasRoom)).toEqual([true, true, true, false, true]);
  at += minute;
  expect(hasRoom('a')).toBe(true);
});
