import { describe, expect, it } from 'vitest';
import { instantOn } from './instant-on.ts';
import { nextWorkedDays } from './next-worked-days.ts';

describe('the days people work on next', () => {
  it.each([
    ['a weekday', '2026-11-24T15:00:00Z', ['2026-11-25', '2026-11-26']],
    ['an evening that is the day before in Québec', '2026-11-25T03:00:00Z', ['2026-11-25', '2026-11-26']],
    ['a Friday', '2026-11-27T15:00:00Z', ['2026-11-30', '2026-12-01']],
    ['the eve of the holidays', '2026-12-23T15:00:00Z', ['2026-12-28', '2026-12-29']],
  ])('after %s', (_name, after, days) => {
    expect(nextWorkedDays(new Date(after), 2)).toEqual(days);
  });

  it('begin at an hour of the desk, in winter and in summer', () => {
    expect(instantOn('2026-11-25', 9).toISOString()).toBe('2026-11-25T14:00:00.000Z');
    expect(instantOn('2026-07-02', 13).toISOString()).toBe('2026-07-02T17:00:00.000Z');
  });
});
