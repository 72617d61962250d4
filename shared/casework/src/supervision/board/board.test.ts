import { FixedClock, minute, newId } from '@guichet/kernel';
import { beforeAll, expect, it } from 'vitest';
import { makeWork } from '../../../../../tests/support/make-work.ts';
import { testPassword, useDesk } from '../../../../../tests/support/test-desk.ts';
import { acceptSubmission } from '../../intake/accept-submission.ts';
import { startSession } from '../../people/start-session.ts';
import type { BoardFilter } from './board-filter.ts';
import { countWork } from './count-work.ts';
import { boardTables, exportBoard } from './export-board.ts';
import { groupKeys } from './group-keys.ts';
import { readBoard } from './read-board.ts';
import { readForecast } from './read-forecast.ts';
import { readNow } from './read-now.ts';

// A Monday, half past three in Québec.
const clock = new FixedClock('2026-11-30T20:30:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const chief = await desk.staff('cheffe', ['supervisor'], ['voirie', 'animaux']);
const neighbour = await desk.staff('voisine', ['supervisor'], ['animaux']);
const agent = await desk.staff('agente', ['agent'], ['voirie', 'animaux']);
const many = 600;

const whole: BoardFilter = { from: '2026-10-20', to: '2026-11-30', by: 'channel' };
const countAll = async () => {
  while (await countWork(desk.ctx));
};

beforeAll(() => makeWork(adminSql, agent, many));

/** Worked out anew from the cases, without what is counted. */
const gapAnew = (teams: string[]) => adminSql`
  with first_taken as (
    select c.channel, floor(extract(epoch from min(a.started_at) - c.deposited_at) / 60)::int as wait
    from cases c join assignment a on a.case_id = c.id
    where c.team = any (${teams}) and a.ended_why is distinct from 'undone' group by c.id
    having min(a.started_at) >= '2026-10-20 04:00Z'),
  decided as (
    select c.channel, floor(extract(epoch from k.closed_at - c.deposited_at) / 60)::int as wait
    from cases c join case_closure k on k.case_id = c.id
    where c.team = any (${teams}) and k.outcome <> 'duplicate' and k.closed_at >= '2026-10-20 04:00Z'),
  promises as (
    select c.channel, p.overdue_at is null and p.met_at <= p.due_at as kept
    from cases c join clock p on p.case_id = c.id and p.kind = 'decide' left join case_closure k on k.case_id = c.id
    where c.team = any (${teams}) and ((p.met_at is not null and k.outcome <> 'duplicate') or p.overdue_at is not null)),
  untaken as (
    select c.channel, floor(extract(epoch from ${clock.now()}::timestamptz - c.deposited_at) / 60)::int as wait
    from cases c where c.team = any (${teams}) and not exists (select 1 from case_closure k where k.case_id = c.id)
      and not exists (select 1 from assignment a where a.case_id = c.id and a.ended_why is distinct from 'undone'))
  select w.channel,
    (select count(*)::int from untaken u where u.channel = w.channel) as waiting,
    (select case when count(*) >= 5 then percentile_disc(0.5) within group (order by wait) end from untaken u where u.channel = w.channel) as waiting_median,
    (select count(*)::int from first_taken t where t.channel = w.channel) as taken,
    (select percentile_disc(0.5) within group (order by wait) from first_taken t where t.channel = w.channel) as take_median,
    (select percentile_disc(0.9) within group (order by wait) from first_taken t where t.channel = w.channel) as take_ninth,
    (select count(*)::int from decided d where d.channel = w.channel) as decided,
    (select percentile_disc(0.5) within group (order by wait) from decided d where d.channel = w.channel) as close_median,
    (select percentile_disc(0.9) within group (order by wait) from decided d where d.channel = w.channel) as close_ninth,
    (select count(*) filter (where kept)::int from promises p where p.channel = w.channel) as kept,
    (select count(*) filter (where not kept)::int from promises p where p.channel = w.channel) as missed
  from (values ('counter'), ('mail'), ('phone'), ('web')) as w (channel) order by 1`;

const gapOf = (board: Awaited<ReturnType<typeof readBoard>>) =>
  board.gap.map(({ channel, take, waiting, close, kept, missed }) => ({
    channel,
    waiting: waiting.count,
    waitingMedian: waiting.median,
    taken: take.count,
    takeMedian: take.median,
    takeNinth: take.ninth,
    decided: close.count,
    closeMedian: close.median,
    closeNinth: close.ninth,
    kept,
    missed,
  }));

const daysAnew = (column: 'channel' | 'service_code' | 'team') => adminSql`
  select day::date::text as at, g.part as group,
    (select count(*)::int from cases c where c.${adminSql(column)} = g.part and (c.captured_at at time zone 'America/Toronto')::date = day) as arrived,
    (select count(*)::int from cases c join case_closure k on k.case_id = c.id
      where c.${adminSql(column)} = g.part and (k.closed_at at time zone 'America/Toronto')::date = day) as closed,
    (select count(*)::int from cases c left join case_closure k on k.case_id = c.id
      where c.${adminSql(column)} = g.part and (c.captured_at at time zone 'America/Toronto')::date <= day
        and (k.closed_at is null or (k.closed_at at time zone 'America/Toronto')::date > day)) as open
  from generate_series(date '2026-10-25', date '2026-11-29', interval '1 day') day
    cross join (select distinct ${adminSql(column)} as part from cases) g order by 1, 2`;

it('the gap and each day are what the cases say, not counted, half counted and counted', async () => {
  const expected = [...(await gapAnew(['voirie', 'animaux']))];
  expect(
    expected.every(
      ({ taken, waiting, decided, kept }) => taken > 5 && waiting > 0 && decided > 5 && kept > 0,
    ),
  ).toBe(true);
  expect(gapOf(await readBoard(chief, whole))).toEqual(expected);
  expect(gapOf(await readBoard(neighbour, whole))).toEqual([...(await gapAnew(['animaux']))]);
  await countWork(desk.ctx);
  expect(gapOf(await readBoard(chief, whole))).toEqual(expected);
  await Promise.all([countAll(), countAll()]);
  expect(gapOf(await readBoard(chief, whole))).toEqual(expected);
  const [mark] = await adminSql`select upto from work_mark`;
  expect(mark).toEqual({ upto: new Date('2026-11-30T20:00:00Z') });
  for (const [by, column] of [
    ['channel', 'channel'],
    ['service', 'service_code'],
    ['team', 'team'],
  ] as const) {
    const { cells } = await readBoard(chief, { ...whole, by });
    const found = cells
      .filter(({ at, group }) => at >= '2026-10-25' && at <= '2026-11-29' && group !== groupKeys.all)
      .map(({ at, group, arrived, closed, open }) => ({ at, group, arrived, closed, open }));
    expect(found, by).toEqual([...(await daysAnew(column))]);
  }
});

it('a day on which the clocks change has its hour more', async () => {
  const sunday = { from: '2026-11-01', to: '2026-11-01' };
  const { cells } = await readBoard(chief, { ...sunday, by: 'channel' });
  const [anew] = await adminSql`
    select count(*)::int as arrived from cases where captured_at >= '2026-11-01 04:00Z' and captured_at < '2026-11-02 05:00Z'`;
  const all = cells.filter(({ group }) => group === groupKeys.all);
  expect({ arrived: all.reduce((sum, { arrived }) => sum + arrived, 0) }).toEqual(anew);
});

it('a counted day without a row had nothing open, one that is not counted says nothing', async () => {
  const openOn = async (filter: BoardFilter, day: string) =>
    (await readBoard(chief, filter)).cells
      .filter(({ at }) => at === day)
      .map(({ group, open }) => [group, open]);
  const row = adminSql`day = '2026-11-10' and team = 'animaux'`;
  await adminSql`create table put_aside as select * from work_open where ${row}`;
  await adminSql`delete from work_open where ${row}`;
  const dogs: BoardFilter = { ...whole, by: 'team', team: 'animaux' };
  expect(await openOn(dogs, '2026-11-10')).toEqual([
    [groupKeys.all, 0],
    ['animaux', 0],
  ]);
  await adminSql`insert into work_open select * from put_aside`;
  expect((await openOn({ ...dogs, from: '2026-10-01' }, '2026-10-02')).map(([, open]) => open)).toEqual([]);
});

it('a group of which nothing came and nothing left is there as long as its cases are open', async () => {
  const span = { from: '2026-12-05', to: '2026-12-06' };
  const later = { ...chief, clock: new FixedClock('2026-12-06T20:00:00Z') };
  const { groups, cells } = await readBoard(later, { ...span, by: 'team' });
  expect(groups).toEqual(['animaux', 'voirie']);
  expect(
    cells.filter(({ at, group, open }) => at === '2026-12-06' && group === 'voirie' && open).length,
  ).toBe(1);
});

it('a team coded like a word of the board keeps its own line', async () => {
  await adminSql`insert into team (code, name_fr, name_en) values ('all', 'x', 'x'), ('others', 'x', 'x')`;
  const both = await desk.staff('deux', ['supervisor'], ['all', 'others']);
  await adminSql`
    insert into work_hour (hour, team, service_code, channel, arrived, taken, closed, kept, missed, take_waits, close_waits)
    values ('2026-11-05 15:00Z', 'all', 'x', 'web', 3, 0, 0, 0, 0, '{}', '{}'), ('2026-11-05 15:00Z', 'others', 'x', 'web', 4, 0, 0, 0, 0, '{}', '{}')`;
  const { cells } = await readBoard(both, { ...whole, by: 'team' });
  expect(cells.filter(({ arrived }) => arrived > 0).map(({ group, arrived }) => [group, arrived])).toEqual([
    [groupKeys.all, 7],
    ['all', 3],
    ['others', 4],
  ]);
  await adminSql`delete from work_hour where service_code = 'x'`;
});

it('a supervisor sees their own teams alone, and nobody else sees the board', async () => {
  expect(gapOf(await readBoard(neighbour, whole))).toEqual([...(await gapAnew(['animaux']))]);
  const filtered = await readBoard(chief, { ...whole, team: 'animaux', service: 'permis-chien' });
  expect(gapOf(filtered)).toEqual([...(await gapAnew(['animaux']))]);
  expect((await readBoard(neighbour, { ...whole, team: 'voirie' })).gap).toEqual([]);
  const officer = await desk.staff('vieprivee', ['privacy-officer', 'clerk'], []);
  for (const ctx of [agent, officer, desk.public('web'), desk.door])
    for (const read of [
      readBoard(ctx, whole),
      readNow(ctx, {}),
      readForecast(ctx, {}),
      exportBoard(ctx, whole, 'gap'),
    ])
      await expect(read).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(countWork(chief)).rejects.toMatchObject({ code: 'not-allowed' });
});

it('what is there now is told from what waits and is held, and a case counts once it is accepted', async () => {
  const [anew] = await adminSql`
    select (select count(*)::int from cases c where not exists (select 1 from case_closure k where k.case_id = c.id)) as open,
      (select count(*)::int from cases where captured_at >= '2026-11-30 05:00Z') as today,
      (select min(deposited_at) from queue_entry) as oldest_at`;
  const total = (rows: readonly { open?: number; arrived?: number }[]) =>
    rows.reduce((sum, row) => sum + (row.open ?? row.arrived ?? 0), 0);
  const before = await readNow(chief, {});
  expect([total(before.open), total(before.arrivals), before.oldestAt]).toEqual([
    anew?.['open'],
    anew?.['today'],
    anew?.['oldestAt'],
  ]);
  const answer = await acceptSubmission(desk.public('phone'), {
    service: 'nid-de-poule',
    channel: 'phone',
    language: 'fr',
    answers: { place: 'Rue des Érables', size: 'large', danger: false, 'reply-way': 'none' },
    idempotency: { scope: 'test', key: newId() },
  });
  expect(answer.kind).toBe('accepted');
  const after = await readNow(chief, { channel: 'phone' });
  const phone = before.open.find(({ channel }) => channel === 'phone')?.open ?? 0;
  expect(after.open).toEqual([{ channel: 'phone', open: phone + 1 }]);
  expect(after.arrivals.at(-1)).toMatchObject({ hour: 15, channel: 'phone' });
  expect(after.signedIn).toBe(0);
  await startSession(desk.door, { signIn: 'agente', password: testPassword });
  await startSession(desk.door, { signIn: 'agente', password: testPassword });
  expect((await readNow(chief, {})).signedIn).toBe(1);
  expect((await readNow(neighbour, { team: 'voirie' })).signedIn).toBe(0);
});

it('an hour is counted once, whatever is counted again', async () => {
  clock.advance(50 * minute);
  const counted = async () => (await adminSql`select sum(arrived)::int as arrived from work_hour`)[0];
  await countAll();
  const once = await counted();
  expect(once).toEqual({ arrived: many + 1 });
  await Promise.all([countAll(), countAll(), countAll()]);
  expect(await counted()).toEqual(once);
});

it('each table taken away leaves one event, and holds neither case nor person', async () => {
  if (chief.actor.kind !== 'staff') throw new Error(chief.actor.kind);
  for (const table of boardTables) await exportBoard(chief, whole, table);
  const events = await adminSql`
    select data ->> 'table' as table from event where subject_id = ${chief.actor.staffId} and kind = 'board.exported' order by seq`;
  expect(events.map((event) => event['table'])).toEqual([...boardTables]);
  const given = await exportBoard(chief, whole, 'rows');
  if (given.table !== 'rows') throw new Error(given.table);
  const { gap } = await readBoard(chief, whole);
  expect(given.rows.reduce((sum, row) => sum + row.taken, 0)).toBe(
    gap.reduce((sum, row) => sum + row.take.count, 0),
  );
  // Exact waits of one or a few would point to who came then.
  expect(given.rows.every(({ takeWaits, closeWaits }) => takeWaits.length + closeWaits.length === 0)).toBe(
    true,
  );
  expect(JSON.stringify(given)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|1000000/);
});
