import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, openRedis } from '@guichet/platform';
import { useDatabase, useOwnRedis } from '@guichet/tests/support';
import { afterAll, expect, test } from 'vitest';
import { readStartConfig } from '../config.ts';
import { freePort } from '../free-port.ts';
import { openScreen } from '../screen.ts';
import { checkAll } from './check-all.ts';

const database = await useDatabase();
const redis = await useOwnRedis();
const parent = mkdtempSync(join(tmpdir(), 'guichet-check-'));
afterAll(() => rmSync(parent, { recursive: true }));
const ports = { PORT: String(await freePort()), DESK_PORT: String(await freePort()) };
let count = 0;

async function check(
  environment: Record<string, string>,
): Promise<{ refusal: string; printed: string; folder: string }> {
  count += 1;
  const folder = join(parent, String(count));
  let printed = '';
  const screen = openScreen('en', (text) => (printed += text));
  try {
    await checkAll(readStartConfig({ ...ports, GUICHET_DATA: folder, ...environment }), screen);
    return { refusal: '', printed, folder };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { refusal: error.message, printed, folder };
  }
}

const twoLines = (fr: RegExp, en: RegExp) =>
  new RegExp(`^[^\\n]*${fr.source}[^\\n]*\\n[^\\n]*${en.source}[^\\n]*$`);

test('a machine with all in order passes', async () => {
  expect((await check({})).refusal).toBe('');
  expect((await check({ REDIS_URL: redis.url })).refusal).toBe('');
});

test('a database in use is never given a new key', async () => {
  expect((await check({ DATABASE_URL: database.url })).refusal).toMatch(
    twoLines(/fichier de clé/, /key file/),
  );
});

test('a port in use is refused by its setting and number', async () => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, resolve));
  expect((await check({ PORT: String(port) })).refusal).toMatch(
    twoLines(/port \d+ est déjà pris.*PORT/, /Port \d+ is already in use.*PORT/),
  );
  server.close();
  expect((await check({ DESK_PORT: ports.PORT })).refusal).toMatch(/DESK_PORT/);
});

test('an address that is none, or leads nowhere, is refused by its setting and never repeated', async () => {
  for (const value of ['hunter2', 'http://x:hunter2@localhost', 'postgres://a:hunter2@127.0.0.1:1/c']) {
    const { refusal } = await check({ DATABASE_URL: value });
    expect(refusal).toMatch(twoLines(/DATABASE_URL/, /DATABASE_URL/));
    expect(refusal).not.toContain('hunter2');
  }
  for (const value of ['hunter2', 'redis://:hunter2@127.0.0.1:1']) {
    const { refusal } = await check({ REDIS_URL: value });
    expect(refusal).toMatch(twoLines(/REDIS_URL/, /REDIS_URL/));
    expect(refusal).not.toContain('hunter2');
  }
});

test('a Redis that evicts is refused everywhere; one without a file only in production', async () => {
  const admin = openRedis(redis.url, { role: 'plain' });
  await admin.call('CONFIG', 'SET', 'appendonly', 'no');
  const trial = await check({ REDIS_URL: redis.url });
  expect(trial.refusal).toBe('');
  expect(trial.printed).toContain('append-only');
  const production = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    PUBLIC_URL: 'https://example.org',
    GUICHET_KEY_FILE: join(parent, 'no-key'),
    TWILIO_ACCOUNT_SID: 'AC0',
    TWILIO_AUTH_TOKEN: 'token',
    SMTP_URL: 'smtp://localhost',
  };
  expect((await check(production)).refusal).toMatch(twoLines(/appendonly/, /appendonly/));
  await admin.call('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
  expect((await check({ REDIS_URL: redis.url })).refusal).toMatch(twoLines(/noeviction/, /noeviction/));
  admin.disconnect();
});

test('production names all that is missing, and touches nothing', async () => {
  const { refusal, folder } = await check({ NODE_ENV: 'production', PUBLIC_URL: 'https://example.org' });
  expect(refusal).toMatch(
    twoLines(
      /DATABASE_URL, REDIS_URL, GUICHET_KEY_FILE, TWILIO/,
      /DATABASE_URL, REDIS_URL, GUICHET_KEY_FILE, TWILIO/,
    ),
  );
  expect(refusal).not.toContain('PUBLIC_URL');
  expect(existsSync(folder)).toBe(false);
});

test('a Twilio account without its token is refused', async () => {
  expect((await check({ TWILIO_ACCOUNT_SID: 'AC0' })).refusal).toMatch(
    twoLines(/TWILIO_AUTH_TOKEN/, /TWILIO_AUTH_TOKEN/),
  );
});
