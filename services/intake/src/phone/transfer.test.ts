import { listLiveCalls, placeCallBack, readLiveCall, requestCallBack } from '@guichet/casework';
import { FixedClock, minute } from '@guichet/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestLine } from '../../test/open-test-line.ts';

// In the hours in which people are called, whenever it runs.
const clock = new FixedClock('2026-11-25T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const [first, second] = ['+14185550171', '+14185550172'] as const;
const { dial, line, redis } = openTestLine(desk, {
  people: () => ({ state: 'open', lines: 2 }),
  staffLines: [first, second],
  callBackDays: () => ['2026-11-26', '2026-11-27'],
});
const { team } = desk.ctx.catalogue.services[0]?.definition.routing ?? { team: '' };
const agent = await desk.staff('repond', ['agent'], [team]);

// Each call begins later than the one before, as the screen orders them.
beforeEach(() => clock.advance(minute));

const tasks = () => adminSql`select 1 from task where kind = 'call-back'`;

describe('a caller who asks for a person', () => {
  it('is put through to the first line that answers, and is on the screen before it rings', async () => {
    // Unsealed, so that it can be told that no number of staff is in it.
    const bare = {
      sealState: (_sid: string, text: string) => text,
      openState: (_sid: string, text: string) => text,
    };
    const call = await dial(line(bare), { staff: ['busy', 125] });
    await call.press('1');
    await call.press('0');
    expect(call.rung).toEqual([first, second]);
    expect(call.listening).toBe('ended');
    expect(call.documents.filter((document) => document.includes('<Dial'))).toHaveLength(2);
    expect(await listLiveCalls(agent)).toMatchObject([
      { way: 'transfer', reason: 'asked', state: 'waiting' },
    ]);
    expect(JSON.stringify(await redis.hgetall(`{guichet}:call:${call.sid}`))).not.toContain(first);
    await call.hangUp();
    expect(await listLiveCalls(agent)).toEqual([]);
    expect(await tasks()).toHaveLength(0);
  });

  it('whom nobody answers is asked for a call-back, which keeps the place and shows on the screen', async () => {
    const call = await dial();
    await call.press('1');
    await call.press('0');
    expect(call.rung).toEqual([first, second]);
    expect(call.said).toContain('Vous gardez votre place');
    await call.press('1');
    await call.press('1');
    expect(call.said).toContain("C'est noté");
    expect(await listLiveCalls(agent)).toMatchObject([{ way: 'call-back' }]);
    expect(await tasks()).toHaveLength(1);
  });

  it.each([
    ['before the number is confirmed', []],
    ['before saying when', ['1']],
  ])('and hangs up once a call is promised, %s, is called back', async (_when, keys) => {
    const before = (await tasks()).length;
    const call = await dial();
    await call.press('1');
    await call.press('0');
    expect(call.said).toContain('vous rappellera');
    for (const key of keys) await call.press(key);
    await call.hangUp();
    expect(await tasks()).toHaveLength(before + 1);
  });

  it('and asks to be called at another number, but gives none, is not called', async () => {
    const before = (await tasks()).length;
    const call = await dial();
    await call.press('1');
    await call.press('0');
    await call.press('2');
    await call.hangUp();
    expect(await tasks()).toHaveLength(before);
  });

  it('is one call on the screen, however often each webhook is sent', async () => {
    const before = (await listLiveCalls(agent)).length;
    const call = await dial(line(), { copies: 4, staff: [10] });
    await call.press('1');
    await call.press('0');
    expect(await listLiveCalls(agent)).toHaveLength(before + 1);
    expect(call.rung).toEqual([first]);
  });

  it('keeps the call-back though the screen could not be told, and says so', async () => {
    const before = (await tasks()).length;
    const call = await dial(line({ showCallback: () => Promise.reject(new Error('away')) }));
    for (const key of ['1', '0', '1', '1']) await call.press(key);
    expect(call.said).toContain("C'est noté");
    expect(await tasks()).toHaveLength(before + 1);
  });

  it('who asks again later waits anew on the screen', async () => {
    const call = await dial();
    await call.press('1');
    for (const key of ['0', '3']) await call.press(key);
    const mine = async () => (await listLiveCalls(agent)).at(-1);
    const id = (await mine())?.id;
    if (id === undefined) throw new Error('not shown');
    await readLiveCall(agent, { id });
    expect((await mine())?.takenBy).toBe('repond');
    // Who nobody took is not made to wait again before some turns of the dialog.
    for (let turns = 0; turns < 5; turns += 1) await call.press('*');
    await call.press('0');
    expect(await mine()).toMatchObject({ id, takenBy: null, state: 'waiting' });
    await call.hangUp();
  });

  it('goes on by telephone though the screen could not be told', async () => {
    const call = await dial(line({ noteLiveCall: () => Promise.reject(new Error('away')) }), { staff: [10] });
    await call.press('1');
    await call.press('0');
    expect(call.rung).toEqual([first]);
  });
});

describe('news of a call back', () => {
  it('reaches its attempt, and never a delivery', async () => {
    const taskId = await requestCallBack(desk.public('phone'), {
      key: 'call:news',
      language: 'fr',
      phone: '+14185550199',
      reason: 'asked',
    });
    const rules = { prefixes: ['+1'], callsANumberADay: 5, callsAnHour: 60 };
    const placed = await placeCallBack(agent, { taskId, line: 0, rules });
    if (placed.kind !== 'asked') throw new Error(placed.kind);
    const call = await dial();
    for (const status of ['completed', 'ringing', 'busy'])
      await call.repeat(`/phone/status?attempt=${placed.attemptId}`, {
        CallStatus: status,
        Direction: 'outbound-api',
      });
    const [attempt] = await adminSql<{ state: string }[]>`
      select state from call_attempt where id = ${placed.attemptId}`;
    expect(attempt?.state).toBe('answered');
  });
});
