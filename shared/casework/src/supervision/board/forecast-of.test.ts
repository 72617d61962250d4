import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { forecastOf, levelOf, sumExpected, weeksMin } from './forecast-of.ts';
import { weeksBefore } from './read-forecast.ts';

const weeks = (count: number, hours: readonly number[]) => Array.from({ length: count }, () => hours);

describe('the same hours of the weeks before', () => {
  it('give their mean, and a band that chance alone would give when they are alike', () => {
    const [quiet, busy] = forecastOf(weeks(8, [0, 9]));
    expect(quiet).toMatchObject({ mean: 0, low: 0, high: 0 });
    // Poisson of 9, a little wider for eight weeks: 5 to 13.
    expect(busy).toMatchObject({ mean: 9, low: 5, high: 13 });
  });

  it('give a wider band where they differ more than chance does', () => {
    const [even] = forecastOf(weeks(8, [20]));
    const [uneven] = forecastOf([[0], [40], [0], [40], [0], [40], [0], [40]]);
    expect(uneven?.mean).toBe(even?.mean);
    expect((uneven?.high ?? 0) - (uneven?.low ?? 0)).toBeGreaterThan(
      2 * ((even?.high ?? 0) - (even?.low ?? 0)),
    );
  });

  it('tell nothing when too few are known', () => {
    expect(forecastOf(weeks(weeksMin - 1, [5]))[0]).toMatchObject({ mean: null });
    expect(sumExpected([...forecastOf(weeks(8, [5])), ...forecastOf(weeks(1, [5]))])).toMatchObject({
      mean: null,
    });
  });

  it('are those of days that were worked and counted whole', () => {
    const monday = Temporal.PlainDate.from('2026-11-30');
    const before = (first: string, own?: Parameters<typeof weeksBefore>[2]) =>
      weeksBefore(monday, first, own).map(String);
    // Thanksgiving, the 12th of October, is left out.
    const all = [
      '2026-11-23',
      '2026-11-16',
      '2026-11-09',
      '2026-11-02',
      '2026-10-26',
      '2026-10-19',
      '2026-10-05',
    ];
    expect(before('2026-01-01')).toEqual(all);
    expect(before('2026-10-20')).toEqual(all.slice(0, 5));
  });

  it('hold for thousands an hour too, and add up', () => {
    const [one] = forecastOf(weeks(8, [3000]));
    expect(one?.low).toBeGreaterThan(2850);
    expect(one?.high).toBeLessThan(3150);
    expect(sumExpected(forecastOf(weeks(8, [4, 5])))).toMatchObject({ mean: 9 });
  });

  it('follow how busy it is of late, within half and twice, and not where few days are known', () => {
    const days = (late: number, before: number, count = 40) => [
      ...Array.from({ length: 10 }, () => late),
      ...Array.from({ length: count - 10 }, () => before),
    ];
    expect(levelOf(days(100, 100))).toBe(1);
    expect(levelOf(days(130, 90))).toBeCloseTo(1.3);
    expect(levelOf(days(900, 10))).toBe(2);
    expect(levelOf(days(0, 10))).toBe(0.5);
    expect(levelOf(days(130, 90, 19))).toBe(1);
    expect(forecastOf(weeks(8, [10]), 1.5)[0]?.mean).toBe(15);
  });
});
