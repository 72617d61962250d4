import { expect, it } from 'vitest';
import { callableFrom } from './calling-hours.ts';

it.each([
  ['at eight', '2026-11-24T13:00:00Z', undefined],
  ['just before nine in the evening', '2026-11-25T01:59:59Z', undefined],
  ['in summer', '2026-07-02T12:00:00Z', undefined],
  ['before eight: at eight', '2026-11-24T12:59:59Z', '2026-11-24T13:00:00.000Z'],
  ['from nine in the evening: the next day', '2026-11-25T02:00:00Z', '2026-11-25T13:00:00.000Z'],
  [
    'in the night the clocks change: at eight of the new time',
    '2026-11-01T03:00:00Z',
    '2026-11-01T13:00:00.000Z',
  ],
])('people are called %s', (_name, now, opens) => {
  expect(callableFrom(new Date(now))?.toISOString()).toBe(opens);
});
