import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@guichet/platform';
import { afterAll, expect, test } from 'vitest';
import { projectFolder } from './config.ts';
import { freePort } from './free-port.ts';
import { commandLine } from './processes/command-line.ts';
import { type KnownProcess, openPidFiles } from './processes/pid-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-start-'));
const ports = { PORT: String(await freePort()), DESK_PORT: String(await freePort()) };
const limit = 120_000;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Start {
  readonly child: ChildProcess;
  readonly text: () => string;
  readonly exit: Promise<unknown[]>;
}

function start(): Start {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/processes/plain-start.ts'], {
    cwd: projectFolder,
    env: { ...process.env, ...ports, GUICHET_DATA: folder, LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => (text += bytes.toString()));
  return { child, text: () => text, exit: once(child, 'exit') };
}

async function isReady({ text }: Start): Promise<void> {
  await expect.poll(text, { timeout: limit, interval: 100 }).toContain('All is ready');
}
const running = () => openPidFiles(join(folder, 'run')).alive();
const stillThere = (known: KnownProcess[]) =>
  known.filter(({ pid, mark }) => commandLine(pid)?.includes(mark) === true);
const pidOf = (name: string) => running().find((known) => known.name === name)?.pid ?? 0;

async function withDatabase<T>(act: (sql: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const { DATABASE_URL } = JSON.parse(readFileSync(join(folder, 'environment.json'), 'utf8')) as {
    DATABASE_URL: string;
  };
  const sql = openDatabase({
    url: DATABASE_URL,
    max: 1,
    name: 'test',
    settings: { 'guichet.actor_kind': 'system' },
  });
  try {
    return await act(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test('a first start makes its data, a process that dies comes back, a second start is refused, Ctrl-C leaves nothing running', {
  timeout: 2 * limit,
}, async () => {
  const first = start();
  await isReady(first);
  expect(
    running()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['door', 'hand', 'postgres', 'redis', 'start']);
  await withDatabase(
    (sql) => sql`insert into team (code, name_fr, name_en) values ('kept', 'Gardée', 'Kept')`,
  );

  for (const name of ['hand', 'postgres', 'redis']) {
    const before = pidOf(name);
    process.kill(before, 'SIGKILL');
    await expect.poll(() => pidOf(name), { timeout: limit }).toSatisfy((pid) => pid !== 0 && pid !== before);
    await expect.poll(first.text, { timeout: limit }).toContain(`${name} ended`);
  }
  await expect
    .poll(() => withDatabase((sql) => sql`select 1 from team where code = 'kept'`).catch(() => []), {
      timeout: limit,
    })
    .toHaveLength(1);

  const second = start();
  expect((await second.exit)[0]).toBe(1);
  expect(second.text()).toMatch(/✗ {2}Guichet tourne déjà.*\n.*✗ {2}Guichet already runs/);

  const all = running();
  first.child.kill('SIGINT');
  expect((await first.exit)[0]).toBe(0);
  expect(stillThere(all)).toEqual([]);
  expect(running()).toEqual([]);
});

test('a start that is killed loses its processes but leaves servers, which the next start ends before it finds its data again', {
  timeout: 2 * limit,
}, async () => {
  const crashed = start();
  await isReady(crashed);
  const before = running();
  crashed.child.kill('SIGKILL');
  await crashed.exit;
  await expect
    .poll(
      () =>
        stillThere(before)
          .map(({ name }) => name)
          .sort(),
      { timeout: limit },
    )
    .toEqual(['postgres', 'redis']);

  const next = start();
  await isReady(next);
  expect(next.text()).toContain('An earlier start had broken off');
  expect(stillThere(before)).toEqual([]);
  expect(await withDatabase((sql) => sql`select 1 from team where code = 'kept'`)).toHaveLength(1);
  next.child.kill('SIGTERM');
  expect((await next.exit)[0]).toBe(0);
  expect(running()).toEqual([]);
});

test('data whose key file has gone is never given a new key', { timeout: limit }, async () => {
  rmSync(join(folder, 'key'));
  const refused = start();
  expect((await refused.exit)[0]).toBe(1);
  expect(refused.text()).toMatch(/fichier de clé .* manque.*\n.*key file .* is missing/);
  expect(existsSync(join(folder, 'key'))).toBe(false);
});
