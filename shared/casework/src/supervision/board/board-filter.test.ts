import { expect, it } from 'vitest';
import { readBoardFilter, spanOf } from './board-filter.ts';

it('filters are read from an address, and days that are none are told', () => {
  const read = (text: string) => {
    const query = new URLSearchParams(text);
    return readBoardFilter((key) => query.get(key) ?? undefined, '2026-11-30');
  };
  expect(read('')).toEqual({
    filter: { period: '28', from: '2026-11-03', to: '2026-11-30', by: 'channel' },
  });
  expect(read('from=2026-11-01&to=2026-11-02&by=team&service=nid-de-poule&channel=fax')).toEqual({
    filter: { from: '2026-11-01', to: '2026-11-02', service: 'nid-de-poule', by: 'team' },
  });
  for (const [text, wrong] of [
    ['from=2026-11-02&to=2026-11-01', 'to'],
    ['from=2026-02-30&to=2026-11-01', 'from'],
    ['from=2026-11-01', 'to'],
    ['from=2026-11-01&to=2026-11-31', 'to'],
    ['from=2026-11-01&to=2026-12-01', 'to'],
    ['from=2025-11-01&to=2026-11-30', 'from'],
  ] as const)
    expect(read(text), text).toMatchObject({ filter: { period: '28' }, wrong });
});

it('the day on which clocks go back has 25 hours', () => {
  expect(spanOf({ from: '2026-11-01', to: '2026-11-01' })).toEqual({
    since: new Date('2026-11-01T04:00:00Z'),
    before: new Date('2026-11-02T05:00:00Z'),
  });
});
