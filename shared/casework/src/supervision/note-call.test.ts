import { day, FixedClock } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { forgetKeys } from '../records/forget-keys.ts';
import { type NoteCall, noteCall } from './note-call.ts';
import { readLine } from './read-line.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const supervisor = await desk.staff('cheffe', ['supervisor'], ['voirie']);
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const phone = desk.public('phone');
const pothole = { code: 'nid-de-poule', version: 1 };

let made = 0;
const call = (more: Partial<NoteCall> = {}): NoteCall => ({
  callSid: `CA${(made += 1)}`,
  seconds: 90,
  language: 'fr',
  slow: false,
  recordings: 1,
  requests: [{ service: pothole, ended: 'completed', turns: 12, presses: 20 }],
  misses: [],
  ...more,
});

describe('a call noted', () => {
  it('is one row, the first told, whoever tells it again and how many at once', async () => {
    const first = call();
    await Promise.all([1, 2, 3].map(() => noteCall(desk.ctx, first)));
    await noteCall(desk.ctx, { ...first, requests: [] });
    const rows = await adminSql`select ended, recordings from call_record`;
    expect(rows).toEqual([{ ended: 'completed', recordings: 1 }]);
    expect((await adminSql`select 1 from call_request`).length).toBe(1);
  });

  it('is told by the telephone’s own hand alone, and read by supervisors alone', async () => {
    for (const other of [desk.door, phone, agent, supervisor])
      await expect(noteCall(other, call())).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(readLine(agent, { days: 7 })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(readLine(phone, { days: 7 })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('is behind the second wall: the public reads none, and nobody changes one', async () => {
    const as = (kind: string, run: string) =>
      phone.sql.begin(async (sql) => {
        await sql`select set_config('guichet.actor_kind', ${kind}, true)`;
        return sql.unsafe(run);
      });
    expect(await as('public', 'select * from call_record')).toHaveLength(0);
    expect(await as('public', 'select * from call_miss')).toHaveLength(0);
    for (const kind of ['public', 'staff'])
      await expect(
        as(
          kind,
          `insert into call_record (id, started_at, ended_at, ended) values (gen_random_uuid(), now(), now(), 'unknown')`,
        ),
      ).rejects.toThrow(/row-level security/);
    await expect(as('staff', `update call_record set ended = 'abandoned'`)).rejects.toThrow(/permission/);
    expect((await as('staff', 'delete from call_record')).count).toBe(0);
  });
});

describe('the line', () => {
  it('is summed up over the days asked for: ends by day, medians of what was completed, misses by place and language', async () => {
    clock.advance(30 * day);
    const misses: NoteCall['misses'] = [
      { service: pothole, at: 'place', kind: 'silence', count: 2 },
      { service: pothole, at: 'place', kind: 'speech', count: 1 },
      { at: 'menu', kind: 'keys', count: 1 },
    ];
    await noteCall(desk.ctx, call({ misses }));
    await noteCall(
      desk.ctx,
      call({ requests: [{ service: pothole, ended: 'completed', turns: 30, presses: 60 }] }),
    );
    clock.advance(day);
    await noteCall(
      desk.ctx,
      call({
        language: 'en',
        misses,
        requests: [{ service: pothole, ended: 'abandoned', turns: 3, presses: 1 }],
      }),
    );
    await noteCall(
      desk.ctx,
      call({
        requests: [
          { service: pothole, ended: 'to-a-person', turns: 4, presses: 2 },
          { ended: 'no-request', turns: 1, presses: 0 },
        ],
      }),
    );
    await noteCall(desk.ctx, { callSid: 'CAx', seconds: 3, requests: [], misses: [] });
    const report = await readLine(supervisor, { days: 7 });
    expect([report.from, report.to]).toEqual(['2026-12-18', '2026-12-24']);
    const none = { completed: 0, toAPerson: 0, abandoned: 0, noRequest: 0, unknown: 0 };
    expect(report.days).toEqual([
      { ...none, day: '2026-12-23', completed: 2 },
      { ...none, day: '2026-12-24', abandoned: 1, noRequest: 1, unknown: 1 },
    ]);
    expect(report.services).toEqual([
      {
        serviceCode: 'nid-de-poule',
        requests: 4,
        completed: 2,
        toAPerson: 1,
        abandoned: 1,
        medianTurns: 12,
        medianPresses: 20,
      },
    ]);
    expect(report.misses).toEqual([
      {
        serviceCode: 'nid-de-poule',
        serviceVersion: 1,
        place: 'place',
        calls: 2,
        silence: 4,
        keys: 0,
        speech: 2,
      },
      { serviceCode: null, serviceVersion: null, place: 'menu', calls: 2, silence: 0, keys: 2, speech: 0 },
    ]);
    expect(report.languages).toEqual([
      { language: 'fr', calls: 3, silence: 2, keys: 1, speech: 1 },
      { language: 'en', calls: 1, silence: 2, keys: 1, speech: 1 },
    ]);
    expect((await readLine(supervisor, { days: 90 })).days[0]).toMatchObject({ day: '2026-11-23' });
  });

  it('reads one index of each table, not all that was ever heard', async () => {
    await adminSql`
      insert into call_record (id, started_at, ended_at, language, slow, recordings, ended)
      select gen_random_uuid(), at, at, 'fr', false, 0, 'completed' from generate_series(1, 20000) n,
        lateral (select timestamptz '2020-01-01' + n * interval '1 hour' as at) t`;
    await adminSql`analyze call_record`;
    const plan = await adminSql`
      explain select count(*) from call_record where ended_at >= '2026-12-18' and ended_at <= '2026-12-25'`;
    expect(JSON.stringify(plan)).toContain('call_record_ended');
    await adminSql`delete from call_record where ended_at < '2026-11-01'`;
  });

  it('forgets a call after two years, with all that hangs on it', async () => {
    clock.advance(805 * day);
    expect((await forgetKeys(desk.ctx)).calls).toBeGreaterThan(3);
    for (const table of ['call_record', 'call_request', 'call_miss'])
      expect(await adminSql`select 1 from ${adminSql(table)}`).toHaveLength(0);
  });
});
