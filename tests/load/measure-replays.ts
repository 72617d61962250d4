import { randomBytes } from 'node:crypto';
import { freePort } from '@guichet/infra/embedded';
import { openDatabase, type Sql } from '@guichet/platform';
import { signRequest } from '@guichet/channels/phone';
import { dogLicence, pothole, replies } from '../journeys/facts.ts';
import { answerEverything } from '../support/call/answer-everything.ts';
import { callLine, type PhoneCall } from '../support/call/call-line.ts';
import { shippedService } from '../support/paper/index.ts';
import { seeded } from '../support/paper/random.ts';
import type { BenchServers } from './bench-servers.ts';
import type { Figure } from './figure.ts';
import { line, openProcess } from './open-process.ts';

/** Webhooks in all, at least; and what a provider on a bad day does to each. */
const webhooks = 10_000;
const telephones = 12;
const copiesMax = 4;
const statuses = ['queued', 'sending', 'sent', 'delivered', 'undelivered'] as const;
const messages = 80;

interface Sent {
  target: string;
  request: RequestInit;
}

/**
 * Sends every webhook of many calls up to four times at once, again later and out of order, and the fates of messages shuffled
 * and repeated; then counts what was doubled, lost or went back.
 */
export async function measureReplays(servers: BenchServers): Promise<Figure[]> {
  const port = await freePort();
  const intake = await openProcess(servers, 'services/intake/src/main.ts', port);
  const sql = openDatabase({ url: servers.superuserUrl, max: 2, name: 'bench-replays' });
  try {
    const storm = new Storm(`http://127.0.0.1:${port}`);
    const before = await countMade(sql);
    const told = { references: [] as string[], callBacks: 0 };
    await Promise.all(
      Array.from({ length: telephones }, async (_, telephone) => {
        for (let call = telephone; storm.sent < webhooks; call += telephones)
          await makeCall(storm, call, told);
      }),
    );
    await storm.replayAll();
    const made = await countMade(sql);
    const cases = made.cases - before.cases;
    const callBacks = made.callBacks - before.callBacks;
    const fates = await replayFates(sql, storm, told.references);
    const figure = (what: string, ours: number, expected: number): Figure => ({
      what,
      ours: String(ours),
      against: String(expected),
      ratio: expected === 0 ? ours : ours / expected,
      aim: expected === 0 ? '0' : '1',
      holds: ours === expected,
    });
    return [
      figure(
        `replays: cases opened by ${storm.sent} webhooks, each up to ${copiesMax} times, late and out of order; of references told`,
        cases,
        new Set(told.references).size,
      ),
      figure('replays: call-backs noted, of callers who asked for one', callBacks, told.callBacks),
      figure('replays: webhooks answered by a failure', storm.failures, 0),
      figure('replays: fates of messages that went back', fates.backwards, 0),
      figure('replays: messages whose last fate is final', fates.final, fates.messages),
    ];
  } finally {
    await sql.end();
    await intake.stop();
  }
}

/** A provider that lost its mind: sends copies at once and old webhooks again. */
class Storm {
  sent = 0;
  failures = 0;
  readonly url: string;
  readonly #random = seeded(7);
  readonly #past: Sent[] = [];

  constructor(url: string) {
    this.url = url;
  }

  async post(target: string, request: RequestInit): Promise<Response> {
    const copies = 1 + Math.floor(this.#random() * copiesMax);
    const answers = Array.from({ length: copies }, () => this.#send({ target, request }));
    const old = this.#past[Math.floor(this.#random() * this.#past.length)];
    const late = old === undefined ? undefined : this.#send(old);
    this.#past.push({ target, request });
    const [first] = await Promise.all(answers);
    await late;
    if (first === undefined) throw new Error('nothing was sent');
    return first;
  }

  /** Everything once more, the last first. */
  async replayAll(): Promise<void> {
    for (const sent of this.#past.toReversed()) await this.#send(sent);
  }

  async #send({ target, request }: Sent): Promise<Response> {
    this.sent += 1;
    const answer = await fetch(this.url + target, request);
    const kept = new Response(answer.status === 204 ? null : await answer.text(), { status: answer.status });
    if (answer.status >= 500) this.failures += 1;
    return kept;
  }
}

async function makeCall(
  storm: Storm,
  number: number,
  told: { references: string[]; callBacks: number },
): Promise<void> {
  const from = `+1418556${String(number % 10_000).padStart(4, '0')}`;
  const post = (target: string, request: RequestInit) => storm.post(target, request);
  const call = await callLine({ ...line, url: storm.url, from, to: line.number, post, pauseMsMax: 0 });
  switch (number % 4) {
    case 0:
    case 1: {
      const { service, answers, language } = number % 4 === 0 ? pothole : dogLicence;
      const asked = { service: shippedService(service), answers: { ...answers, ...replies.phone }, language };
      told.references.push(await answerEverything(call, asked));
      break;
    }
    case 2:
      await askToBeCalled(call);
      told.callBacks += 1;
      break;
    default:
      // Somebody who hangs up among the menus.
      await call.press('1');
      await call.press('2');
      break;
  }
  await call.hangUp();
}

/** Asks for a person and confirms the number, then takes what is offered until it is noted. */
async function askToBeCalled(call: PhoneCall): Promise<void> {
  await call.press('1');
  await call.press('0');
  for (
    let turn = 0;
    turn < 6 && call.listening !== 'ended' && !/C'est noté|est noté/.test(call.said);
    turn += 1
  )
    await call.press('1');
}

async function countMade(sql: Sql): Promise<{ cases: number; callBacks: number }> {
  const [made] = await sql<[{ cases: number; callBacks: number }]>`
    select (select count(*)::int from cases where channel = 'phone') as cases,
      (select count(*)::int from task where kind = 'call-back') as call_backs`;
  return made;
}

const rankOf: Readonly<Record<string, number>> = { sent: 1, delivered: 2, bounced: 2 };

/** Sends the fates of messages shuffled, each three times, and looks at every message after each. */
async function replayFates(sql: Sql, storm: Storm, references: readonly string[]) {
  const random = seeded(11);
  const providerIds = await sql<{ providerId: string }[]>`
    with replied as (
      insert into reply (id, case_id, purpose, way, language, sealed, created_at)
      select uuidv7(), id, 'acknowledgement', 'sms', language, '', now() from cases, generate_series(1, 4) where reference = any (${[...references]}) limit ${messages}
      returning id, case_id)
    insert into delivery (id, reply_id, case_id, attempt, way, started_at, fate, provider_id)
    select uuidv7(), id, case_id, 1, 'sms', now(), 'sent', 'SM' || md5(id::text) from replied returning provider_id`;
  const ranks = new Map<string, string>();
  let backwards = 0;
  for (const { providerId } of providerIds) {
    const news = [...statuses, ...statuses, ...statuses]
      .map((status) => ({ status, at: random() }))
      .toSorted((a, b) => a.at - b.at);
    for (const { status } of news) {
      const target = '/phone/status';
      const account = { accountSid: line.accountSid, authTokens: [line.authToken], publicUrl: storm.url };
      const facts = { MessageSid: providerId, MessageStatus: status, From: line.number, To: '+14185550123' };
      const { body, signatures } = signRequest(account, target, facts);
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signatures[0] ?? '',
        'i-twilio-idempotency-token': randomBytes(8).toString('hex'),
      };
      await storm.post(target, { method: 'POST', headers, body });
      const [row] = await sql<
        [{ fate: string }?]
      >`select fate from delivery where provider_id = ${providerId}`;
      const [was, now] = [ranks.get(providerId) ?? 'sent', row?.fate ?? ''];
      const isBack = (rankOf[now] ?? 0) < (rankOf[was] ?? 0) || (rankOf[was] === 2 && now !== was);
      if (isBack) backwards += 1;
      ranks.set(providerId, now);
    }
  }
  const final = [...ranks.values()].filter((fate) => rankOf[fate] === 2).length;
  return { backwards, final, messages: providerIds.length };
}
