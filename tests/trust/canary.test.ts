import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { as, closeCase, countJobs, type DeskContext, openDesk, readCase } from '@guichet/casework';
import type { Answers } from '@guichet/catalogue';
import type { StaffId } from '@guichet/kernel';
import { openRedis, type Redis } from '@guichet/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { startWholeDesk, type WholeDesk } from '../support/whole-desk.ts';
import { findCanaries } from './find-canaries.ts';

const email = 'zoraide.canari@exemple.example';
const phone = '+14185550187';
const protectedAnswers: Answers = {
  owner: { given: 'Zoraidecanari', family: 'Quetzalcanari' },
  address: {
    street: '7913, rue du Canari-Violet',
    municipality: 'Canaribourg',
    province: 'QC',
    postalCode: 'J9Z 7X3',
  },
  microchip: '124000000098761',
  'dangerous-detail': 'Xanthippecanari a vu le chien mordre.',
  'reply-email': email,
};
const dogAnswers: Answers = {
  ...protectedAnswers,
  'dog-name': 'Biscuit',
  breed: 'Labrador',
  colour: 'Noir',
  'birth-year': 2021,
  sex: 'female',
  weight: 28,
  sterilised: true,
  assistance: false,
  vaccinated: false,
  'has-microchip': true,
  dangerous: true,
  truth: true,
  'reply-way': 'email',
};
const potholeAnswers: Answers = {
  place: { text: 'Devant la mairie' },
  size: 'small',
  danger: false,
  description: 'Wilhelminecanari est tombée.',
  'reply-way': 'sms',
  'reply-phone': phone,
};
/** Each of a kind of its own, so that what leaks says which kind does. */
const canaries = [
  'Zoraidecanari',
  'Quetzalcanari',
  'Canari-Violet',
  'Canaribourg',
  'J9Z 7X3',
  'J9Z7X3',
  '124000000098761',
  'Xanthippecanari',
  'Wilhelminecanari',
  email,
  '4185550187',
  '418 555-0187',
];

let desk: WholeDesk;
let ctx: DeskContext;
let staff: DeskContext;
let redis: Redis;
let close: () => Promise<void>;
let reference = '';

beforeAll(async () => {
  desk = await startWholeDesk();
  const { environment } = desk;
  ({ ctx, close } = await openDesk({
    databaseUrl: environment['DATABASE_URL'] ?? '',
    keyFile: environment['GUICHET_KEY_FILE'] ?? '',
    dataDir: environment['GUICHET_DATA'] ?? '',
    catalogueDir: environment['CATALOGUE_DIR'] ?? '',
    name: 'trust',
    actor: { kind: 'system', name: 'trust' },
  }));
  const teams = ctx.catalogue.services.map(({ definition }) => definition.routing.team);
  const [row] = await ctx.sql<[{ id: StaffId }]>`select id from staff where sign_in = 'agente'`;
  staff = as(ctx, { kind: 'staff', staffId: row.id, roles: ['agent', 'clerk', 'supervisor'], teams });
  redis = openRedis(environment['REDIS_URL'] ?? '', { role: 'plain' });
});

afterAll(async () => {
  redis?.disconnect();
  await close?.();
  const end = await desk?.stop();
  expect(end?.left ?? [], 'processes left running').toEqual([]);
});

describe('what a person told in confidence is nowhere in the clear', () => {
  it('asked, refused, read, decided and answered: the protected answers are kept, and open for those who may', async () => {
    reference = await ask('permis-chien', dogAnswers);
    await ask('nid-de-poule', potholeAnswers);
    await refusals();
    const file = await readCase(staff, { reference, revealFor: 'Vérification du dossier' });
    const kept = file.answers.filter(({ question }) => question in protectedAnswers);
    expect(Object.fromEntries(kept.map(({ question, value }) => [question, value]))).toEqual(
      protectedAnswers,
    );
    const outcome = ctx.catalogue.find('permis-chien')?.definition.outcomes[0]?.key ?? '';
    await closeCase(staff, { reference, outcome });
    await eventually(() => mails().filter((text) => text.includes(email)).length >= 2, {
      withinMs: 120_000,
      what: () => 'the acknowledgement and the decision',
    });
    await eventually(
      async () => {
        const { waiting, enqueued } = await countJobs(ctx);
        return waiting + enqueued === 0;
      },
      { withinMs: 120_000, what: () => 'the outbox to drain' },
    );
  });

  it('not in any table, as the application reads it', async () => {
    const tables = await ctx.sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
    const names = tables.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['cases', 'case_answer', 'event', 'outbox', 'draft', 'reply']),
    );
    let text = '';
    for (const name of names) {
      const rows = await ctx.sql<{ row: string }[]>`select t::text as row from ${ctx.sql(name)} t`;
      const dump = rows.map(({ row }) => row).join('\n');
      expect(findCanaries(dump, canaries), name).toEqual([]);
      text += dump;
    }
    expect(text).toContain(reference);
    expect(text).toContain('Biscuit');
  });

  it('not in any key or value of Redis', async () => {
    const entries = await dumpOf(redis);
    expect(entries.length).toBeGreaterThan(0);
    expect(findCanaries(entries.join('\n'), canaries)).toEqual([]);
  });

  it('not in what was printed, but the text message as the phone itself shows it', () => {
    const lines = desk.printed().split('\n');
    // What stands in for the telephone network shows what arrived, as the person's phone would.
    const isOnPhone = (line: string) => line.includes(`text message to ${phone}`);
    expect(lines.filter(isOnPhone)).toHaveLength(1);
    expect(findCanaries(lines.filter((line) => !isOnPhone(line)).join('\n'), canaries)).toEqual([]);
  });

  it('not in any file of the data folder but the mail that left: logs, journals of Postgres and Redis, originals', () => {
    const files = readdirSync(desk.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const inside = files.filter((file) => relative(desk.folder, file).split(sep)[0] !== 'mail');
    const leaks = inside.flatMap((file) =>
      findCanaries(bytesOf(file), canaries).map((found) => `${relative(desk.folder, file)}: ${found}`),
    );
    expect(leaks).toEqual([]);
    expect(inside.some((file) => bytesOf(file).includes(reference))).toBe(true);
    expect(files.some((file) => findCanaries(bytesOf(file), [email]).length > 0)).toBe(true);
  });
});

const post = (body: string, key: string = randomUUID()) =>
  fetch(`${desk.publicUrl}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body,
  });

async function ask(service: string, answers: Answers): Promise<string> {
  const answer = await post(JSON.stringify({ service, language: 'fr', answers }));
  const body = (await answer.json()) as { reference: string };
  expect(answer.status, JSON.stringify(body)).toBe(201);
  return body.reference;
}

/** Makes the doors speak of faults in what they were told: where a log would quote it. */
async function refusals(): Promise<void> {
  const wrong = { ...dogAnswers, microchip: 'Zoraidecanari', Quetzalcanari: 'Xanthippecanari' };
  const [invalid, broken] = await Promise.all([
    post(JSON.stringify({ service: 'permis-chien', language: 'fr', answers: wrong })),
    post(`{"service":"permis-chien","answers":{"owner":Zoraidecanari`),
  ]);
  expect([invalid.status, broken.status]).toEqual([422, 400]);
  const where = `${desk.publicUrl}/api/v1/requests/${reference}`;
  const [proven, unproven] = await Promise.all(
    [email, 'Quetzalcanari'].map((proof) => fetch(where, { headers: { 'x-request-proof': proof } })),
  );
  expect([proven?.status, unproven?.status]).toEqual([200, 404]);
}

function mails(): string[] {
  const folder = join(desk.folder, 'mail');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Files come and go while servers run: one that has just gone holds nothing. */
function bytesOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

async function dumpOf(redis: Redis): Promise<string[]> {
  const entries: string[] = [];
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'COUNT', 500);
    cursor = next;
    for (const key of keys) entries.push(`${key} ${JSON.stringify(await valueOf(redis, key))}`);
  } while (cursor !== '0');
  return entries;
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  switch (type) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    case 'stream':
      return redis.xrange(key, '-', '+');
    case 'none':
      return undefined;
    default:
      throw new Error(`a kind of value not looked into: ${type}`);
  }
}
