import { FixedClock } from '@guichet/kernel';
import { beforeAll, expect, it } from 'vitest';
import { makeWork } from '../../../../../tests/support/make-work.ts';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { countWork } from './count-work.ts';
import { groupKeys } from './group-keys.ts';
import { readBoard } from './read-board.ts';

// A Monday, half past three in Québec.
const desk = await useDesk({ clock: new FixedClock('2026-11-30T20:30:00Z') });
const { adminSql } = desk.database;
const chief = await desk.staff('cheffe', ['supervisor'], ['voirie', 'animaux']);
const agent = await desk.staff('agente', ['agent'], ['voirie', 'animaux']);

beforeAll(async () => {
  await makeWork(adminSql, agent, 4000);
  while (await countWork(desk.ctx));
});

/** Worked out anew from the cases, without what is counted. */
const waitsAnew = (format: string, from: string, to: string) => adminSql<Anew[]>`
  with taken as (
    select c.channel, min(a.started_at) as at, floor(extract(epoch from min(a.started_at) - c.deposited_at) / 60)::int as wait
    from cases c join assignment a on a.case_id = c.id where a.ended_why is distinct from 'undone' group by c.id),
  decided as (
    select c.channel, k.closed_at as at, floor(extract(epoch from k.closed_at - c.deposited_at) / 60)::int as wait
    from cases c join case_closure k on k.case_id = c.id where k.outcome <> 'duplicate'),
  waits as (select 'taken' as what, * from taken union all select 'decided', * from decided),
  of_span as (
    select what, to_char(at at time zone 'America/Toronto', ${format}) as at, channel, wait from waits
    where (at at time zone 'America/Toronto')::date between ${from} and ${to})
  select what, at, coalesce(channel, ${groupKeys.all}) as group, count(*)::int as count,
    case when count(*) >= 5 then percentile_disc(0.5) within group (order by wait) end as median
  from of_span group by grouping sets ((what, at, channel), (what, at)) order by what desc, at, 3`;

interface Anew {
  what: 'taken' | 'decided';
  at: string;
  group: string;
  count: number;
  median: number | null;
}

it.each([
  ['day', 'YYYY-MM-DD', '2026-10-21', '2026-11-30'],
  ['hour', 'HH24', '2026-11-10', '2026-11-10'],
] as const)(
  'the median of each %s is what the cases say, and none rests on fewer than five',
  async (unit, format, from, to) => {
    const anew = await waitsAnew(format, from, to);
    for (const isTold of [true, false]) {
      const some = anew.filter(({ median }) => (median !== null) === isTold);
      expect(new Set(some.map(({ what }) => what)).size, `${unit} ${isTold}`).toBe(2);
    }
    const board = await readBoard(chief, { from, to, by: 'channel' });
    expect(board.unit).toBe(unit);
    const found = (['taken', 'decided'] as const).flatMap((what) =>
      board.cells.map((cell): Anew => {
        const median = what === 'taken' ? cell.takeWait : cell.closeWait;
        return { what, at: cell.at, group: cell.group, count: cell[what], median };
      }),
    );
    expect(found.filter(({ count }) => count > 0)).toEqual([...anew]);
    expect(found.every(({ count, median }) => count > 0 || median === null)).toBe(true);
  },
);

it('a door at which fewer than five waited has its count, and no wait', async () => {
  const few = await adminSql<{ channel: string; count: number }[]>`
    select c.channel, count(*)::int as count from cases c join case_closure k on k.case_id = c.id
    where k.outcome <> 'duplicate' and c.team = 'animaux' and k.closed_at >= '2026-11-10 05:00Z' and k.closed_at < '2026-11-11 05:00Z'
    group by 1 order by 1`;
  const filter = { from: '2026-11-10', to: '2026-11-10', by: 'channel', team: 'animaux' } as const;
  const { gap } = await readBoard(chief, filter);
  const shown = gap.filter(({ close }) => close.count > 0);
  expect(shown.map(({ channel, close }) => ({ channel, count: close.count }))).toEqual([...few]);
  expect(few.some(({ count }) => count < 5)).toBe(true);
  for (const { take, waiting, close } of gap)
    for (const { count, ...figures } of [take, waiting, close])
      for (const figure of Object.values(figures)) expect(figure === null, `${count} cases`).toBe(count < 5);
});
