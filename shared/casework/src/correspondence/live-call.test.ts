import { randomBytes } from 'node:crypto';
import { FixedClock, minute } from '@guichet/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { endLostCalls } from '../records/end-lost-calls.ts';
import { callLifeMs } from './call-life.ts';
import { endLiveCall } from './end-live-call.ts';
import { listLiveCalls } from './list-live-calls.ts';
import { liveCallId, type NoteLiveCall, noteLiveCall } from './note-live-call.ts';
import { readCallMarks } from './read-call-marks.ts';
import { readLiveCall } from './read-live-call.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const team = desk.ctx.catalogue.find('nid-de-poule')?.definition.routing.team ?? '';
const first = await desk.staff('premiere', ['agent'], [team]);
const second = await desk.staff('deuxieme', ['agent'], [team]);

const asking = (more: Partial<NoteLiveCall> = {}): NoteLiveCall => ({
  callSid: `CA${randomBytes(16).toString('hex')}`,
  language: 'fr',
  reason: 'asked',
  way: 'transfer',
  turn: 3,
  phone: '+14185550123',
  service: 'nid-de-poule',
  ...more,
});
const kindsOf = async (id: string) =>
  (await adminSql<{ kind: string }[]>`select kind from event where subject_id = ${id} order by seq`).map(
    ({ kind }) => kind,
  );
const rowOf = async (id: string) => {
  const [row] = await adminSql<{ state: string; dataKey: Buffer | null; sealed: Buffer | null }[]>`
    select state, data_key, sealed from live_call where id = ${id}`;
  return row;
};

beforeEach(async () => {
  await adminSql`delete from live_call`;
});

describe('a call whose end is never heard', () => {
  it('is over for every reader once no call can last so long: not listed, not watched, its number not shown, not taken', async () => {
    const call = asking();
    const id = await noteLiveCall(desk.ctx, call);
    clock.advance(callLifeMs - minute);
    expect(await listLiveCalls(first)).toHaveLength(1);
    expect((await readCallMarks(desk.ctx)).size).toBe(1);
    clock.advance(minute);
    expect(await listLiveCalls(first)).toEqual([]);
    expect((await readCallMarks(desk.ctx)).size).toBe(0);
    expect(await readLiveCall(first, { id })).toMatchObject({ state: 'over', phone: undefined });
    expect((await rowOf(id))?.state).toBe('waiting');
  });

  it('is ended at night, its number destroyed, with one event; one that may last is left', async () => {
    const [lost, lasting] = [await noteLiveCall(desk.ctx, asking()), asking()];
    await readLiveCall(first, { id: lost });
    clock.advance(callLifeMs);
    const stays = await noteLiveCall(desk.ctx, lasting);
    expect(await endLostCalls(desk.ctx)).toBe(1);
    expect(await endLostCalls(desk.ctx)).toBe(0);
    expect(await rowOf(lost)).toEqual({ state: 'over', dataKey: null, sealed: null });
    expect(await kindsOf(lost)).toEqual(['call.waiting', 'call.read', 'call.over']);
    expect((await rowOf(stays))?.sealed).not.toBeNull();
    await expect(endLostCalls(first)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('costs those who watch nothing: the marks are read from the part of an index that may still last', async () => {
    await adminSql`
      insert into live_call (id, team, language, reason, way, state, since)
      select gen_random_uuid(), ${team}, 'fr', 'asked', 'transfer', 'waiting', timestamptz '2026-01-01' + n * interval '1 minute'
      from generate_series(1, 20000) n`;
    await adminSql`analyze live_call`;
    await noteLiveCall(desk.ctx, asking());
    expect((await readCallMarks(desk.ctx)).size).toBe(1);
    // What the verb asks, without what it makes of the rows.
    const plan = await adminSql<{ 'QUERY PLAN': string }[]>`
      explain (analyze, costs off, timing off, summary off) select team, count(*) from live_call
      where ended_at is null and since > ${new Date(clock.now().getTime() - callLifeMs)} group by team`;
    const text = plan.map((line) => line['QUERY PLAN'] ?? Object.values(line)[0]).join('\n');
    expect(text).toMatch(/Index.* using live_call_now.*rows=1\b/);
    expect(text).toMatch(/Index Cond: \(since > /);
  });
});

describe('the end of a call', () => {
  it('is the end: noted again by the same call, it stays over', async () => {
    const call = asking();
    const id = await noteLiveCall(desk.ctx, call);
    await endLiveCall(desk.ctx, call.callSid);
    await noteLiveCall(desk.ctx, { ...call, turn: 9, way: 'call-back' });
    expect(await listLiveCalls(first)).toEqual([]);
    expect(await kindsOf(id)).toEqual(['call.waiting', 'call.over']);
  });

  it('that comes before the note of it leaves nothing to show, whatever else is noted later', async () => {
    const call = asking();
    const id = liveCallId(desk.ctx.keyring, call.callSid);
    await endLiveCall(desk.ctx, call.callSid);
    await noteLiveCall(desk.ctx, call);
    await noteLiveCall(desk.ctx, { ...call, turn: 9, way: 'call-back' });
    expect(await listLiveCalls(first)).toEqual([]);
    expect((await readCallMarks(desk.ctx)).size).toBe(0);
    expect(await kindsOf(id)).toEqual([]);
    await expect(readLiveCall(first, { id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('and its note at one moment leave no call waiting, whichever comes first', async () => {
    const calls = Array.from({ length: 30 }, () => asking());
    await Promise.all(
      calls.flatMap((call, index) => {
        const [note, end] = [() => noteLiveCall(desk.ctx, call), () => endLiveCall(desk.ctx, call.callSid)];
        return index % 2 === 0 ? [note(), end()] : [end(), note()];
      }),
    );
    expect(await listLiveCalls(first)).toEqual([]);
    const kept = await adminSql`select 1 from live_call where sealed is not null or ended_at is null`;
    expect(kept).toHaveLength(0);
  });

  it('of one never shown is kept as long as a note of it may come, then forgotten; of one shown it stays', async () => {
    const shown = asking();
    const id = await noteLiveCall(desk.ctx, shown);
    await endLiveCall(desk.ctx, shown.callSid);
    await endLiveCall(desk.ctx, asking().callSid);
    clock.advance(callLifeMs - minute);
    await endLostCalls(desk.ctx);
    expect(await adminSql`select 1 from live_call`).toHaveLength(2);
    clock.advance(minute);
    await endLostCalls(desk.ctx);
    expect(await adminSql`select id from live_call`).toEqual([{ id }]);
  });
});

describe('a call that asks for a person again', () => {
  it('waits anew for anyone, though someone had opened it; told again it stays theirs', async () => {
    const call = asking();
    const id = await noteLiveCall(desk.ctx, call);
    await readLiveCall(first, { id });
    await noteLiveCall(desk.ctx, call);
    expect(await listLiveCalls(second)).toMatchObject([{ state: 'talking', takenBy: 'premiere' }]);
    const before = await readCallMarks(desk.ctx);
    await noteLiveCall(desk.ctx, { ...call, turn: 12 });
    expect(await listLiveCalls(second)).toMatchObject([{ state: 'waiting', takenBy: null }]);
    expect(await readCallMarks(desk.ctx)).not.toEqual(before);
    await readLiveCall(second, { id });
    expect(await listLiveCalls(first)).toMatchObject([{ state: 'talking', takenBy: 'deuxieme' }]);
    expect(await kindsOf(id)).toEqual(['call.waiting', 'call.read', 'call.waiting', 'call.read']);
  });

  it('is nobody’s while it is only looked at', async () => {
    const id = await noteLiveCall(desk.ctx, asking());
    expect(await readLiveCall(first, { id, onlyLooks: true })).toMatchObject({ state: 'waiting' });
    expect(await listLiveCalls(second)).toMatchObject([{ state: 'waiting', takenBy: null }]);
    expect(await kindsOf(id)).toContain('call.read');
    await readLiveCall(second, { id });
    expect(await listLiveCalls(first)).toMatchObject([{ state: 'talking', takenBy: 'deuxieme' }]);
  });

  it('says who else had it open, so that two do not start over', async () => {
    const call = asking();
    const id = await noteLiveCall(desk.ctx, call);
    expect((await readLiveCall(first, { id })).openedBy).toEqual([]);
    await noteLiveCall(desk.ctx, { ...call, turn: 12 });
    expect((await readLiveCall(second, { id })).openedBy).toEqual(['premiere']);
    expect((await readLiveCall(first, { id })).openedBy).toEqual(['deuxieme']);
  });
});
