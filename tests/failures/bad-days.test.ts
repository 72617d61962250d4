import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { countJobs, type DeskContext, openDesk, verifyHistory } from '@guichet/casework';
import { openRedis } from '@guichet/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerEverything } from '../support/call/answer-everything.ts';
import { callLine } from '../support/call/call-line.ts';
import { eventually } from '../support/eventually.ts';
import { startWholeDesk, type WholeDesk } from '../support/whole-desk.ts';
import { type RequestStream, startRequestStream } from './request-stream.ts';

let desk: WholeDesk;
let ctx: DeskContext;
let close: () => Promise<void>;
let stream: RequestStream | undefined;

/** Unit: milliseconds. */
const back = 90_000;
const frozen = 20_000;
const drained = 240_000;

beforeAll(async () => {
  desk = await startWholeDesk();
  const { environment } = desk;
  ({ ctx, close } = await openDesk({
    databaseUrl: environment['DATABASE_URL'] ?? '',
    keyFile: environment['GUICHET_KEY_FILE'] ?? '',
    dataDir: environment['GUICHET_DATA'] ?? '',
    catalogueDir: environment['CATALOGUE_DIR'] ?? '',
    name: 'failures',
    actor: { kind: 'system', name: 'failures' },
  }));
});

afterAll(async () => {
  await stream?.stop();
  await close?.();
  const end = await desk?.stop();
  expect(end?.left ?? [], 'processes left running').toEqual([]);
});

it('a call whose every webhook arrives five times at once is one draft, one case, one recording an answer', async () => {
  const service = ctx.catalogue.find('nid-de-poule');
  if (!service) throw new Error('no service');
  const { environment } = desk;
  const before = await countCases();
  const call = await callLine({
    url: desk.publicUrl,
    accountSid: environment['TWILIO_ACCOUNT_SID'] ?? '',
    authToken: environment['TWILIO_AUTH_TOKEN']?.split(',')[0] ?? '',
    apiBaseUrl: environment['TWILIO_API_BASE_URL'] ?? '',
    from: '+14185550144',
    copies: 5,
  });
  const answers = {
    place: { text: 'Devant le 12, rue des Érables' },
    size: 'large',
    danger: false,
    'reply-way': 'sms',
    'reply-phone': '+14185550144',
  };
  const reference = await answerEverything(call, { service, answers });
  await call.hangUp();
  expect(await countCases()).toBe(before + 1);
  const drafts = await ctx.sql`
    select c.reference from draft d left join cases c on c.id = d.case_id where d.external_key like ${`%${call.sid}%`}`;
  expect(drafts.map((row) => row['reference'])).toEqual([reference]);
  const kept = await ctx.sql`
    select t.question, count(*)::int as tasks, count(distinct t.evidence_id)::int as recordings
    from task t join cases c on c.id = t.case_id where c.reference = ${reference} group by t.question`;
  expect(kept).toEqual([{ question: 'place', tasks: 1, recordings: 1 }]);
});

describe('while people go on asking', () => {
  let before = 0;

  beforeAll(async () => {
    before = await countCases();
    stream = startRequestStream(desk.publicUrl);
    await goesOn();
  });

  it.each(['intake', 'relay', 'casework', 'correspondence', 'mailroom'])(
    '%s, killed, comes back, and requests are accepted',
    async (name) => {
      await comesBackFrom(name, 'SIGKILL');
      await goesOn();
    },
  );

  it('a Redis that forgets everything keeps nobody waiting', async () => {
    const redis = openRedis(desk.environment['REDIS_URL'] ?? '', { role: 'plain' });
    await redis.flushall();
    await goesOn();
    await eventually(() => redis.exists('{guichet}:epoch'), { withinMs: back, what: () => 'the new mark' });
    redis.disconnect();
  });

  it('a Redis killed comes back, and requests are accepted', async () => {
    await comesBackFrom('redis', 'SIGKILL');
    await goesOn();
  });

  it('a Redis that stands still stops no acceptance', async () => {
    const pid = desk.pidOf('redis');
    process.kill(pid, 'SIGSTOP');
    try {
      // How long it stands still is the fault itself.
      const end = wait(frozen);
      await goesOn();
      await end;
      await goesOn();
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });

  it('a Postgres stopped comes back, and requests are accepted again', async () => {
    await comesBackFrom('postgres', 'SIGINT');
    await goesOn();
  });

  it('one key is one case, under the reference its client was given, and no one was told a lie', async () => {
    const { accepted, refusals, send } = stopped();
    await stream?.stop();
    const references = accepted.map(({ reference }) => reference);
    expect(new Set(references).size).toBe(references.length);
    const found = await ctx.sql`
      select c.reference from cases c join intake_key k on k.case_id = c.id and k.reference = c.reference
      where k.scope = 'api' order by 1`;
    expect(found.map((row) => row['reference'])).toEqual([...references].sort());
    expect(await countCases()).toBe(before + references.length);
    for (const { key, email, reference } of accepted.filter((_, index) => index % 25 === 0)) {
      const again = await send({ key, email });
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(await again.json()).toMatchObject({ reference });
    }
    expect(await countCases()).toBe(before + references.length);
    expect([...refusals.keys()].filter((what) => what !== '503' && what !== 'no answer')).toEqual([]);
  });

  it('the outbox drains, and nothing is parked', async () => {
    let left = await countJobs(ctx);
    await eventually(
      async () => {
        left = await countJobs(ctx);
        return left.waiting + left.enqueued === 0;
      },
      { withinMs: drained, what: () => `the outbox to drain: ${JSON.stringify(left)}` },
    );
    const rows = await ctx.sql`select job, parked_why from outbox where parked_at is not null`;
    expect([...rows]).toEqual([]);
  });

  it('each accepted case has one acknowledgement, and its person one e-mail at most', async () => {
    const { accepted } = stopped();
    const told = await ctx.sql<{ reference: string; replies: number; fates: string[] }[]>`
      select c.reference, count(distinct r.id)::int as replies, array_agg(coalesce(d.fate, 'none')) as fates
      from cases c join intake_key k on k.case_id = c.id and k.scope = 'api'
        left join reply r on r.case_id = c.id and r.purpose = 'acknowledgement'
        left join delivery d on d.reply_id = r.id
      group by c.reference`;
    expect(told.length).toBe(accepted.length);
    expect(told.filter(({ replies }) => replies !== 1)).toEqual([]);
    const fates = new Map(told.map((row) => [row.reference, row.fates]));
    const mails = mailsByRecipient();
    for (const { email, reference } of accepted) {
      const count = mails.get(email) ?? 0;
      // One whose worker died between sending and saying so is never sent blindly again: a person sees it.
      const least = fates.get(reference)?.includes('unsure') ? 0 : 1;
      expect([least, 1], `${email}: ${fates.get(reference)?.join()}`).toContain(count);
    }
  });

  it('no history is broken', async () => {
    const broken: unknown[] = [];
    const verified = await verifyHistory(ctx, (one) => broken.push(one));
    expect(broken).toEqual([]);
    expect(verified.subjects).toBeGreaterThan(stopped().accepted.length);
  });
});

async function countCases(): Promise<number> {
  const [row] = await ctx.sql<[{ count: number }]>`select count(*)::int as count from cases`;
  return row.count;
}

function stopped(): RequestStream {
  if (!stream) throw new Error('the stream was never started');
  return stream;
}

/** Waits until clients whose request began after now are accepted. */
async function goesOn(): Promise<void> {
  const { accepted, refusals } = stopped();
  const enough = accepted.length + 10;
  await eventually(() => accepted.length >= enough, {
    withinMs: back,
    what: () => `more acceptances than ${accepted.length}: ${JSON.stringify([...refusals])}`,
  });
}

async function comesBackFrom(name: string, signal: NodeJS.Signals): Promise<void> {
  const gone = desk.pidOf(name);
  process.kill(gone, signal);
  await eventually(() => pidNow(name) !== undefined && pidNow(name) !== gone, {
    withinMs: back,
    what: () => `${name} to come back:\n${desk.printed().slice(-3_000)}`,
  });
}

function pidNow(name: string): number | undefined {
  try {
    return desk.pidOf(name);
  } catch {
    return undefined;
  }
}

function mailsByRecipient(): Map<string, number> {
  const folder = join(desk.folder, 'mail');
  const found = new Map<string, number>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.eml'))) {
    const to = /^To: .*?([\w.-]+@[\w.-]+)/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? '';
    found.set(to, (found.get(to) ?? 0) + 1);
  }
  return found;
}
