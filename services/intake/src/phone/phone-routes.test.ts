import { setTimeout as sleep } from 'node:timers/promises';
import { findStatus } from '@guichet/casework';
import { openRedis } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { answerEverything } from '../../../../tests/support/call/answer-everything.ts';
import type { PhoneCall } from '../../../../tests/support/call/call-line.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestLine } from '../../test/open-test-line.ts';
import { requests } from '../../test/people.ts';
import { phoneDesk } from '../phone-desk.ts';

const desk = await useDesk();
const { adminSql } = desk.database;

const { line, dial, redis } = openTestLine(desk);

function service(code: string) {
  const found = desk.ctx.catalogue.find(code);
  if (found === undefined) throw new Error(`no service ${code}`);
  return found;
}

async function casesOf(call: PhoneCall) {
  return adminSql<{ reference: string; questions: string[]; channel: string; language: string }[]>`
    select c.reference, c.channel, c.language, array(select question from case_answer a where a.case_id = c.id) as questions
    from cases c where c.id in (select case_id from draft where external_key like ${`call:${call.sid}:%`})`;
}

/** The shortest request: a pothole by keys and one recording. */
async function pothole(call: PhoneCall): Promise<string> {
  const answers = {
    place: { text: 'En face du 12' },
    size: 'small',
    danger: false,
    'reply-way': 'pickup',
    'reply-name': 'Jeanne',
  };
  return answerEverything(call, { service: service('nid-de-poule'), answers });
}

describe('a request by telephone', () => {
  for (const [code, answers] of Object.entries(requests)) {
    for (const language of ['fr', 'en'] as const) {
      it(`${code} in ${language}: keys and recordings answer every question, and the case holds them`, async () => {
        const call = await dial();
        const reference = await answerEverything(call, { service: service(code), answers, language });
        expect(await casesOf(call)).toEqual([
          { reference, channel: 'phone', language, questions: expect.arrayContaining(Object.keys(answers)) },
        ]);
      });
    }
  }

  it('a change of address for one takes no more than 32 prompts and 75 presses without an address file', async () => {
    const { household: _, ...alone } = requests['changement-adresse'] ?? {};
    const call = await dial();
    const change = { ...alone, 'with-others': false };
    await answerEverything(call, { service: service('changement-adresse'), answers: change });
    expect(call.turns).toBeLessThanOrEqual(32);
    expect(call.presses).toBeLessThanOrEqual(75);
  });

  it('every webhook sent five times at once opens one case and keeps each recording once', async () => {
    const call = await dial(line(), { copies: 5 });
    const reference = await pothole(call);
    expect((await casesOf(call)).map((row) => row.reference)).toEqual([reference]);
    const [recordings] = await adminSql<[{ count: number }]>`
      select count(*)::int as count from evidence e join draft d on d.id = e.draft_id where d.external_key like ${`call:${call.sid}:%`}`;
    expect(recordings.count).toBe(2);
  });

  it('a repeated first webhook and a stale turn give the document that is there, and change nothing', async () => {
    const call = await dial();
    const [greeting] = call.documents;
    expect(await call.repeat('/phone/voice')).toBe(greeting);
    await call.press('1');
    const menu = call.documents.at(-1);
    expect(await call.repeat('/phone/voice?t=1', { Digits: '2' })).toBe(menu);
    expect(await call.repeat('/phone/voice')).toBe(menu);
    expect(await call.repeat('/phone/voice?t=999', { Digits: '2' })).toBe(menu);
  });

  it('Redis keeps nothing that could be read of a call', async () => {
    const call = await dial();
    await call.press('1');
    await call.press('0');
    const kept = JSON.stringify(await redis.hgetall(`{guichet}:call:${call.sid}`));
    expect(kept).toContain('sealed');
    expect(kept).not.toMatch(/14185550123|4 1 8|person|greeting/);
  });

  it('a call whose memory was wiped goes on from its draft', async () => {
    const call = await dial();
    await call.press('1');
    const keyOf = (name: string) => new RegExp(`${name} : (?:faites )?le (\\d)`).exec(call.said)?.[1];
    await call.press(keyOf('Ma municipalité') ?? '');
    const { fr } = service('nid-de-poule').definition.name;
    // The menu of a theme goes round, five services at a time.
    for (let page = 0; keyOf(fr) === undefined && page < 20; page += 1) await call.press('9');
    await call.press(keyOf(fr) ?? '');
    await call.record('En face du 12');
    await redis.del(`{guichet}:call:${call.sid}`);
    await call.press('1');
    expect(call.said).toMatch(/Vos réponses sont conservées.*taille du trou/);
  });

  it('a call that ended is not started again by a replayed webhook', async () => {
    const call = await dial();
    await call.press('1');
    await call.hangUp();
    expect(await call.repeat('/phone/voice?t=2', { Digits: '1' })).toMatch(
      /<Response><Hangup\/><\/Response>/,
    );
  });
});

describe('a request made before', () => {
  const said = (text: string) =>
    /code de suivi est le : ((?:\d[ ,]*){6})/.exec(text)?.[1]?.replace(/\D/g, '');

  it('is heard again with the reference and the code that were told, until the tries on it are used up', async () => {
    const first = await dial();
    const reference = await pothole(first);
    const code = said(first.said) ?? '';
    await first.press('2');
    await askStatus(first, reference, code);
    expect(first.said).toMatch(
      /Signaler un nid-de-poule, est reçue depuis le .*attend son tour.*au plus tard le/,
    );
    await first.press('3');
    await first.press('1');
    const asked = await adminSql`
      select 1 from task t join cases c on c.id = t.case_id where t.kind = 'call-back' and c.reference = ${reference}`;
    expect(asked).toHaveLength(1);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let call = 0; call < 3; call += 1) {
      const other = await dial();
      await other.press('1');
      await askStatus(other, reference, wrong);
      expect(other.said).toMatch(/ne trouvons pas/);
      for (let more = 0; more < 2; more += 1) {
        await other.press(`${reference}#`);
        await other.press(`${wrong}#`);
      }
      expect(other.said).toMatch(/rappellera pour trouver votre demande/);
    }
    // Ten tries are the limit of the verb, which the web page calls too.
    await expect(findStatus(desk.ctx, { reference, fact: code })).rejects.toMatchObject({ code: 'too-many' });
    const last = await dial();
    await last.press('1');
    await askStatus(last, reference, code);
    expect(last.said).toMatch(/trop d’essais/);
  });

  async function askStatus(call: PhoneCall, reference: string, fact: string): Promise<void> {
    await call.press('1');
    await call.press(`${reference}#`);
    await call.press(`${fact}#`);
  }
});

describe('bad days', () => {
  it('a desk that is away is told so, and the request goes through when it is back', async () => {
    let away = true;
    const real = phoneDesk(desk.ctx);
    const app = line({
      submit: (submission, draft) =>
        away ? Promise.reject(new Error('away')) : real.submit(submission, draft),
    });
    const call = await dial(app);
    await expect(pothole(call)).rejects.toThrow(/n'est pas encore envoyée|no answer|no question/);
    expect(call.said).toMatch(/n'est pas encore envoyée/);
    expect(await casesOf(call)).toEqual([]);
    away = false;
    await call.press('1');
    expect(call.said).toMatch(/Votre demande est reçue/);
    expect(await casesOf(call)).toHaveLength(1);
  });

  it('a recording that could not be noted holds the request back until it is', async () => {
    let away = true;
    const real = phoneDesk(desk.ctx);
    const app = line({
      keepRecording: (recording) =>
        away ? Promise.reject(new Error('away')) : real.keepRecording(recording),
    });
    const call = await dial(app);
    await expect(pothole(call)).rejects.toThrow();
    expect(call.said).toMatch(/n'est pas encore envoyée/);
    away = false;
    await call.press('1');
    expect(call.said).toMatch(/Votre demande est reçue/);
  });

  it('a slow desk is waited for with a word, and the caller hears the reference', async () => {
    const real = phoneDesk(desk.ctx);
    const app = line({
      submit: async (submission, draft) => sleep(4_000).then(() => real.submit(submission, draft)),
    });
    const call = await dial(app);
    const reference = await pothole(call);
    expect(call.documents.some((document) => document.includes('Un instant'))).toBe(true);
    expect((await casesOf(call)).map((row) => row.reference)).toEqual([reference]);
  });

  it('a turn whose process died is finished by the next webhook, once', async () => {
    const real = phoneDesk(desk.ctx);
    let first = true;
    const app = line({
      submit: (submission, draft) => {
        if (!first) return real.submit(submission, draft);
        first = false;
        return new Promise(() => {});
      },
    });
    const call = await dial(app);
    const reference = await pothole(call);
    expect((await casesOf(call)).map((row) => row.reference)).toEqual([reference]);
  });

  it('without Redis a new caller hears an apology that claims nothing, and may leave a message', async () => {
    const gone = openRedis('redis://127.0.0.1:1', { role: 'producer' });
    const call = await dial(line({}, gone));
    gone.disconnect();
    expect(call.said).toMatch(/une panne.*n'est pas encore reçue/);
    expect(call.listening).toBe('recording');
    await call.record('Rappelez-moi');
    expect(call.said).toMatch(/garde votre message/);
    expect(call.listening).toBe('ended');
    const [messages] = await adminSql<[{ count: number }]>`
      select count(*)::int as count from task where kind = 'call-back' and case_id is null`;
    expect(messages.count).toBe(1);
  });

  it('a message left without Redis is looked for at the provider though its news never comes', async () => {
    const gone = openRedis('redis://127.0.0.1:1', { role: 'producer' });
    const call = await dial(line({ recordingReady: () => Promise.resolve() }, gone));
    gone.disconnect();
    await call.record('Rappelez-moi');
    const looks = await adminSql`
      select o.job from outbox o join recorded_call r on o.ids ->> 'callId' = r.id::text where r.call_sid = ${call.sid}`;
    expect([...looks]).toEqual([{ job: 'correspondence.clear-recordings' }]);
  });

  it('a call in progress outlives a short outage of Redis', async () => {
    const outage = { on: false };
    const flaky = {
      hmget: (...args: Parameters<typeof redis.hmget>) =>
        outage.on ? Promise.reject(new Error('gone')) : redis.hmget(...args),
      eval: (...args: Parameters<typeof redis.eval>) =>
        outage.on ? Promise.reject(new Error('gone')) : redis.eval(...args),
    } as unknown as typeof redis;
    const call = await dial(line({}, flaky));
    outage.on = true;
    setTimeout(() => Object.assign(outage, { on: false }), 25);
    await call.press('1');
    expect(call.transcript.some(({ text }) => text.includes('Un instant'))).toBe(true);
    expect(call.said).toMatch(/Que voulez-vous faire/);
  });
});
