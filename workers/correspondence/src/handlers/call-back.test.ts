import {
  type CallAttemptId,
  listCallAttempts,
  type OutboundRules,
  placeCallBack,
  prepareCallBack,
  requestCallBack,
  settleCallBack,
  settleCallBackByProvider,
} from '@guichet/casework';
import { freePort, startTwilioFake } from '@guichet/infra/embedded';
import { dispatch } from '@guichet/jobs';
import { minute, newId, type TaskId } from '@guichet/kernel';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkTwiml } from '../../../../tests/support/call/twiml-check.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { testAccount, testSettings } from '../../test/settings.ts';
import { correspondenceContext } from '../correspondence-context.ts';
import { handlers } from './index.ts';

const noon = Date.parse('2026-11-24T17:00:00Z');
let now = noon;
const desk = await useDesk({ clock: { now: () => new Date(now) } });
const { adminSql } = desk.database;
const twilio = await startTwilioFake({ port: 0, ...testAccount });
const settings = testSettings(twilio.url, {
  PUBLIC_URL: `http://127.0.0.1:${await freePort()}`,
  OUTBOUND_PREFIXES: ['+1418'],
  PHONE_TRANSFER_TO: ['+14185550171', '+14185550172'],
});
const perform = dispatch(handlers, {}, correspondenceContext(desk.ctx, settings));
const agent = await desk.staff('rappelle', ['agent'], ['voirie']);
const rules: OutboundRules = { prefixes: ['+1418'], callsANumberADay: 3, callsAnHour: 100 };
afterAll(() => twilio.close());
beforeEach(() => {
  now += 25 * 60 * minute;
  // The same hour of a later day, whatever ran before.
  now = noon + Math.ceil((now - noon) / (24 * 60 * minute)) * 24 * 60 * minute;
});

let count = 0;
/** A call-back asked for at a number of its own. */
function asked(phone?: string): Promise<TaskId> {
  count += 1;
  return requestCallBack(desk.public('phone'), {
    key: `call:${count}`,
    language: 'fr',
    phone: phone ?? `+1418555${String(2000 + count)}`,
    reason: 'asked',
    service: 'nid-de-poule',
  });
}

const place = (taskId: TaskId, change: Partial<OutboundRules> = {}, line = 0) =>
  placeCallBack(agent, { taskId, line, rules: { ...rules, ...change } });

async function placed(taskId: TaskId, line = 0): Promise<CallAttemptId> {
  const answer = await place(taskId, {}, line);
  if (answer.kind === 'refused') throw new Error(JSON.stringify(answer));
  return answer.attemptId;
}

async function jobOf(attemptId: CallAttemptId): Promise<string> {
  const [job] = await adminSql<
    [{ id: string }]
  >`select id from outbox where ids ->> 'attemptId' = ${attemptId}`;
  return job.id;
}

async function run(attemptId: CallAttemptId, times = 1): Promise<void> {
  const id = await jobOf(attemptId);
  for (let attempt = 1; attempt <= times; attempt += 1)
    await perform({ id, name: 'correspondence.call-back', data: { attemptId }, attempt });
}

const states = async (taskId: TaskId) => (await listCallAttempts(agent, taskId)).map(({ state }) => state);

describe('a call back', () => {
  it('is placed once, says who calls and nothing of the request, and rings the telephone chosen', async () => {
    const before = twilio.calls().length;
    const taskId = await asked();
    await run(await placed(taskId, 1), 3);
    expect(twilio.calls()).toHaveLength(before + 1);
    const { twiml, to } = twilio.calls().at(-1) ?? { twiml: '', to: '' };
    expect(to).toMatch(/^\+1418555/);
    expect(checkTwiml(twiml)).toEqual([]);
    expect(twiml).toContain('ici Ville de l’Exemple');
    expect(twiml).toContain('<Number>+14185550172</Number>');
    expect(twiml).not.toMatch(/nid|poule|dossier/);
    expect(await states(taskId)).toEqual(['placed']);
  });

  it('asked for twice at once is one', async () => {
    const taskId = await asked();
    const both = await Promise.all([place(taskId), place(taskId)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['asked', 'under-way']);
    expect(await states(taskId)).toEqual(['asked']);
  });

  it('to a number that somebody calls already waits until that call is over', async () => {
    const phone = '+14185558888';
    const [one, other] = [await asked(phone), await asked(phone)];
    const both = await Promise.all([place(one), place(other)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['asked', 'refused']);
    expect(both).toContainEqual({ kind: 'refused', why: 'number-busy' });
    const rang = both.find(({ kind }) => kind === 'asked');
    if (rang?.kind !== 'asked') throw new Error('nobody was called');
    await settleCallBackByProvider(desk.ctx, {
      providerId: 'CA7',
      attemptId: rang.attemptId,
      status: 'no-answer',
    });
    expect((await place(other)).kind).not.toBe('refused');
  });

  it('whose worker died between asking the provider and saving is unsure, and not made again', async () => {
    const before = twilio.calls().length;
    const taskId = await asked();
    const attemptId = await placed(taskId);
    const outboxId = await jobOf(attemptId);
    expect(await prepareCallBack(desk.ctx, outboxId, attemptId)).toMatchObject({ kind: 'call' });
    await run(attemptId, 2);
    expect(twilio.calls()).toHaveLength(before);
    expect(await states(taskId)).toEqual(['unsure']);
    // The provider's news came through after all.
    const news = { providerId: 'CA1', attemptId, status: 'completed' };
    expect(await settleCallBackByProvider(desk.ctx, news)).toBe(true);
    expect(await states(taskId)).toEqual(['answered']);
  });

  it('that the provider refuses is shown as failed, and is not tried again by itself', async () => {
    twilio.refuseNext(1, 503);
    const before = twilio.calls().length;
    const taskId = await asked();
    await run(await placed(taskId), 3);
    expect(twilio.calls()).toHaveLength(before);
    expect(await states(taskId)).toEqual(['failed']);
  });

  it('has a state that never goes back, whatever the order of the news', async () => {
    const statuses = ['initiated', 'ringing', 'in-progress', 'completed', 'busy', 'nonsense'];
    for (const order of [statuses, statuses.toReversed(), ['no-answer', ...statuses]]) {
      const taskId = await asked();
      const attemptId = await placed(taskId);
      const seen: string[] = [];
      for (const status of order) {
        await settleCallBackByProvider(desk.ctx, { providerId: 'CA9', attemptId, status });
        seen.push(...(await states(taskId)));
      }
      // The worker's own word comes last.
      await settleCallBack(desk.ctx, newId(), attemptId, { kind: 'sent', providerId: 'CA9' });
      const ends = seen.filter((state) => state !== 'asked' && state !== 'placed');
      expect(new Set(ends).size).toBe(1);
      expect(seen.lastIndexOf('placed')).toBeLessThan(seen.indexOf(ends[0] ?? ''));
      expect(await states(taskId)).toEqual([ends[0]]);
    }
  });

  it('on which people talk is under way until it ends, however long they talk', async () => {
    const taskId = await asked();
    const attemptId = await placed(taskId);
    await run(attemptId);
    const tell = (status: string) =>
      settleCallBackByProvider(desk.ctx, { providerId: 'CA8', attemptId, status });
    await adminSql`update call_attempt set provider_id = 'CA8' where id = ${attemptId}`;
    await tell('in-progress');
    expect(await states(taskId)).toEqual(['placed']);
    now += 50 * minute;
    expect(await place(taskId)).toEqual({ kind: 'under-way', attemptId });
    expect(await tell('in-progress')).toBe(false);
    await tell('completed');
    expect(await states(taskId)).toEqual(['answered']);
    expect(await place(taskId)).toMatchObject({ kind: 'asked' });
  });

  it('of unsure fate is under way for ten minutes, so that nobody is called twice blindly', async () => {
    const taskId = await asked();
    const attemptId = await placed(taskId);
    await prepareCallBack(desk.ctx, await jobOf(attemptId), attemptId);
    now += 4 * minute;
    await run(attemptId);
    expect(await states(taskId)).toEqual(['unsure']);
    now += 9 * minute;
    expect(await place(taskId)).toEqual({ kind: 'under-way', attemptId });
    now += 2 * minute;
    expect(await place(taskId)).toMatchObject({ kind: 'asked' });
  });

  it('that waited too long for its worker is not made: nobody sits by the telephone', async () => {
    const before = twilio.calls().length;
    const taskId = await asked();
    const attemptId = await placed(taskId);
    now += 6 * minute;
    await run(attemptId);
    expect(twilio.calls()).toHaveLength(before);
    expect(await states(taskId)).toEqual(['failed']);
  });

  it('is refused to a number, at an hour or beyond a count that the rules do not allow, and nothing is written', async () => {
    const refused = async (taskId: TaskId, change: Partial<OutboundRules> = {}) => {
      const before = (await states(taskId)).length;
      const answer = await place(taskId, change);
      expect(await states(taskId)).toHaveLength(before);
      return answer;
    };
    expect(await refused(await asked('+15145552222'))).toEqual({ kind: 'refused', why: 'number' });
    const taskId = await asked();
    await placed(await asked());
    expect(await refused(taskId, { callsAnHour: 1 })).toMatchObject({ kind: 'refused', why: 'often' });
    const phone = '+14185559999';
    for (let call = 0; call < 3; call += 1) {
      const attemptId = await placed(await asked(phone));
      await settleCallBackByProvider(desk.ctx, { providerId: `CA${call}`, attemptId, status: 'busy' });
    }
    const again = await asked(phone);
    expect(await refused(again)).toMatchObject({ kind: 'refused', why: 'number-often' });
    now += 10 * 60 * minute;
    expect(await refused(taskId)).toMatchObject({ kind: 'refused', why: 'hours' });
    now += 15 * 60 * minute;
    expect(await place(again)).toMatchObject({ kind: 'asked' });
  });

  it('is not for another team', async () => {
    const other = await desk.staff('voisine', ['agent'], ['animaux']);
    const taskId = await asked();
    await expect(placeCallBack(other, { taskId, line: 0, rules })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
