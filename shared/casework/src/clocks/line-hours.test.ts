import { describe, expect, it } from 'vitest';
import { type LineHours, lineState, nextOpenDays, readWeekHours } from './line-hours.ts';

const usual = readWeekHours('08:30-16:30') ?? new Map();
const hours = (change: Partial<LineHours> = {}): LineHours => ({
  week: usual,
  closedDays: [],
  openDays: [],
  ...change,
});
const open = { state: 'open' };
const closed = (opensOn: string, opensAt = '08:30') => ({ state: 'closed', opensOn, opensAt });
const short = readWeekHours('1-4 08:30-16:30, 5 08:30-12:00') ?? new Map();

describe('the line is answered by people', () => {
  // Montréal is five hours behind in winter, four in summer.
  const rows: [string, string, LineHours, unknown][] = [
    ['during hours', '2026-11-24T15:00:00Z', hours(), open],
    ['from the first minute', '2026-11-24T13:30:00Z', hours(), open],
    ['not the minute before', '2026-11-24T13:29:59Z', hours(), closed('2026-11-24')],
    ['to the last minute', '2026-11-24T21:29:59Z', hours(), open],
    ['not after', '2026-11-24T21:30:00Z', hours(), closed('2026-11-25')],
    ['by summer time', '2026-07-02T12:30:00Z', hours(), open],
    ['not on Friday night: on Monday', '2026-11-27T23:00:00Z', hours(), closed('2026-11-30')],
    ['not on the National Holiday', '2026-06-24T15:00:00Z', hours(), closed('2026-06-25')],
    ['not over the holidays', '2026-12-24T15:00:00Z', hours(), closed('2026-12-28')],
    [
      'not on a day named closed',
      '2026-11-24T15:00:00Z',
      hours({ closedDays: ['2026-11-24', '2026-11-25'] }),
      closed('2026-11-26'),
    ],
    ['on a holiday named open', '2026-06-24T15:00:00Z', hours({ openDays: ['2026-06-24'] }), open],
    ['on a Saturday named open', '2026-11-28T15:00:00Z', hours({ openDays: ['2026-11-28'] }), open],
    [
      'not on a day named both',
      '2026-11-24T15:00:00Z',
      hours({ openDays: ['2026-11-24'], closedDays: ['2026-11-24'] }),
      closed('2026-11-25'),
    ],
    ['not on a short Friday afternoon', '2026-11-27T18:00:00Z', hours({ week: short }), closed('2026-11-30')],
    ['never without hours', '2026-11-27T18:00:00Z', hours({ week: new Map() }), { state: 'closed' }],
  ];
  it.each(rows)('%s', (_name, at, given, expected) => {
    expect(lineState(given, new Date(at))).toEqual(expected);
  });
});

describe('hours of a week', () => {
  it.each(['', '8-16', '16:30-08:30', '08:30-08:30', '08:30-24:30', '5-1 08:30-16:30', '8 08:30-16:30'])(
    'refuses %s',
    (text) => {
      expect(readWeekHours(text)).toBeUndefined();
    },
  );

  it('takes a Saturday', () => {
    const week = readWeekHours('1-5 08:30-16:30, 6 10:00-12:00') ?? new Map();
    expect(lineState(hours({ week }), new Date('2026-11-28T15:30:00Z'))).toEqual(open);
  });
});

describe('the days people answer on next', () => {
  it.each([
    ['a weekday', '2026-11-24T15:00:00Z', ['2026-11-25', '2026-11-26']],
    ['an evening that is the day before in Québec', '2026-11-25T03:00:00Z', ['2026-11-25', '2026-11-26']],
    ['a Friday', '2026-11-27T15:00:00Z', ['2026-11-30', '2026-12-01']],
    ['the eve of the holidays', '2026-12-23T15:00:00Z', ['2026-12-28', '2026-12-29']],
  ])('after %s', (_name, after, days) => {
    expect(nextOpenDays(hours(), new Date(after), 2)).toEqual(days);
  });

  it('leave out a day named closed', () => {
    const known = hours({ closedDays: ['2026-11-25'] });
    expect(nextOpenDays(known, new Date('2026-11-24T15:00:00Z'), 2)).toEqual(['2026-11-26', '2026-11-27']);
  });
});
