import { describe, expect, it } from 'vitest';
import { answerEverything } from '../../../tests/support/call/answer-everything.ts';
import type { PhoneCall } from '../../../tests/support/call/call-line.ts';
import { useDesk } from '../../../tests/support/test-desk.ts';
import { openTestLine } from '../test/open-test-line.ts';
import { phoneDesk } from './phone-desk.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const { line, dial, redis } = openTestLine(desk);
const pothole = 'nid-de-poule';
const answers = {
  place: { text: 'En face du 12' },
  size: 'small',
  danger: false,
  'reply-way': 'pickup',
  'reply-name': 'Jeanne',
};

/** The counts written since the last time this was asked. */
const seen = new Set<string>();
async function counted() {
  const calls = await adminSql<{ id: string; ended: string }[]>`
    select id, ended, language, slow, recordings, extract(epoch from ended_at - started_at)::int as seconds from call_record`;
  const fresh = calls.filter(({ id }) => !seen.has(id));
  for (const { id } of fresh) seen.add(id);
  const ids = fresh.map(({ id }) => id);
  const requests = await adminSql`
    select service_code, service_version, ended, turns, presses from call_request where call_id = any (${ids}::uuid[]) order by number`;
  const misses = await adminSql`
    select service_code, place, kind, misses, language from call_miss where call_id = any (${ids}::uuid[]) order by number`;
  const told = fresh.map((call) => Object.fromEntries(Object.entries(call).filter(([key]) => key !== 'id')));
  return { calls: told, requests: [...requests], misses: [...misses] };
}

/** Goes to the first question of the pothole. */
async function toQuestion(call: PhoneCall): Promise<void> {
  await call.press('1');
  await call.press('2');
  await call.speak('nid de poule');
}

describe('a call that is over', () => {
  it('is counted once as completed, with its turns, keys and recordings, however often its end is told', async () => {
    const call = await dial();
    await answerEverything(call, { service: desk.ctx.catalogue.find(pothole) ?? never(), answers });
    const { turns, recordings } = call;
    await Promise.all([call.hangUp(), call.hangUp(), call.hangUp()]);
    await call.hangUp();
    const { calls, requests, misses } = await counted();
    expect(calls).toEqual([{ ended: 'completed', language: 'fr', slow: false, recordings, seconds: 61 }]);
    expect(requests).toMatchObject([{ serviceCode: pothole, ended: 'completed', turns: turns - 1 }]);
    expect(requests[0]?.['presses']).toBeGreaterThan(5);
    expect(misses).toEqual([]);
  });

  it('in the middle of a request is abandoned with its draft, and says where the caller failed', async () => {
    const call = await dial();
    await toQuestion(call);
    await call.silence();
    await call.press('9');
    await call.hangUp();
    const { calls, requests, misses } = await counted();
    expect(calls).toMatchObject([{ ended: 'abandoned' }]);
    expect(requests).toMatchObject([{ serviceCode: pothole, ended: 'abandoned' }]);
    expect(misses).toMatchObject([
      { serviceCode: pothole, kind: 'silence', misses: 1, language: 'fr' },
      { serviceCode: pothole, kind: 'keys', misses: 1, language: 'fr' },
    ]);
  });

  it('is to a person when a person was promised', async () => {
    const call = await dial();
    await toQuestion(call);
    await call.press('0');
    await call.press('1');
    await call.hangUp();
    expect(await counted()).toMatchObject({
      calls: [{ ended: 'to-a-person' }],
      requests: [{ serviceCode: pothole, ended: 'to-a-person' }],
    });
  });

  it('without a request is counted as such', async () => {
    const call = await dial();
    await call.press('2');
    await call.hangUp();
    expect(await counted()).toMatchObject({
      calls: [{ ended: 'no-request', language: 'en' }],
      requests: [{ serviceCode: null, ended: 'no-request' }],
    });
  });

  it('and whose memory is gone is counted from its drafts, or as unknown', async () => {
    const call = await dial();
    await answerEverything(call, { service: desk.ctx.catalogue.find(pothole) ?? never(), answers });
    await redis.del(`{guichet}:call:${call.sid}`);
    await call.hangUp();
    expect(await counted()).toMatchObject({
      calls: [{ ended: 'completed', language: 'fr', slow: null }],
      requests: [{ serviceCode: pothole, ended: 'completed', turns: null, presses: null }],
    });
    const handed = await dial();
    await handed.press('1');
    await handed.press('0');
    await handed.press('1');
    await redis.del(`{guichet}:call:${handed.sid}`);
    await handed.hangUp();
    expect((await counted()).calls).toMatchObject([{ ended: 'to-a-person' }]);
    const silent = await dial();
    await redis.del(`{guichet}:call:${silent.sid}`);
    await silent.hangUp();
    expect(await counted()).toMatchObject({ calls: [{ ended: 'unknown', language: null }], requests: [] });
  });

  it('while its request was being sent is counted by what the desk holds', async () => {
    const real = phoneDesk(desk.ctx);
    // The answer of the desk never reaches the call: the process that waited for it died.
    const lost = line({
      submit: async (submission, draft) => {
        await real.submit(submission, draft);
        throw new Error('died');
      },
    });
    const call = await dial(lost);
    await answerEverything(call, { service: desk.ctx.catalogue.find(pothole) ?? never(), answers }).catch(
      () => undefined,
    );
    await call.hangUp();
    expect((await counted()).requests).toMatchObject([{ serviceCode: pothole, ended: 'completed' }]);
  });

  it('leaves no number, no answer and no name of the call', async () => {
    const call = await dial();
    await answerEverything(call, { service: desk.ctx.catalogue.find(pothole) ?? never(), answers });
    await call.hangUp();
    const rows = JSON.stringify(
      await adminSql`select c::text as row from (select r.*, q.*, m.* from call_record r
        left join call_request q on q.call_id = r.id left join call_miss m on m.call_id = r.id) c`,
    );
    expect(rows).toContain(pothole);
    for (const secret of [call.sid, '5550123', 'Jeanne', 'En face']) expect(rows).not.toContain(secret);
    await counted();
  });
});

function never(): never {
  throw new Error('no such service');
}
