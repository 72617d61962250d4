import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { openPidFiles } from '../processes/pid-files.ts';
import { openScreen } from '../screen.ts';
import { processFiles } from './process-files.ts';
import { startProcesses } from './start-processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-processes-'));
const main = join(folder, 'main.mjs');
writeFileSync(
  main,
  `console.log('heaps=' + process.env.MALLOC_ARENA_MAX + ' young=' + process.env.NODE_OPTIONS); setInterval(() => {}, 1000);`,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

/** Starts the shipped processes with another main file, which tells how many heaps it may have. */
async function heapsOf(names: string[]): Promise<string[]> {
  let printed = '';
  const files = [...processFiles.doors, ...processFiles.hands].filter(({ name }) => names.includes(name));
  const kept = startProcesses(
    files.map((file) => ({ ...file, main })),
    {
      environment: {},
      mark: `--data=${folder}`,
      pidFiles: openPidFiles(join(folder, 'run')),
      screen: openScreen('en', (text) => (printed += text)),
    },
  );
  try {
    await expect.poll(() => printed.split('heaps=').length - 1, { timeout: 30_000 }).toBe(files.length);
  } finally {
    await Promise.all(kept.map((one) => one.stop()));
  }
  return [...printed.matchAll(/(\w+) +heaps=(\w+) young=(\S+)/g)]
    .map(([, ...said]) => said.join(' '))
    .toSorted();
}

test('the mailroom alone is held to two heaps of glibc and small ones of JavaScript', async () => {
  vi.stubEnv('MALLOC_ARENA_MAX', undefined);
  vi.stubEnv('NODE_OPTIONS', undefined);
  expect(await heapsOf(['mailroom', 'relay'])).toEqual([
    'mailroom 2 --max-semi-space-size=4',
    'relay undefined undefined',
  ]);
});

test('the operator’s own word on heaps goes before', async () => {
  vi.stubEnv('MALLOC_ARENA_MAX', '1');
  vi.stubEnv('NODE_OPTIONS', '--max-semi-space-size=8');
  expect(await heapsOf(['mailroom'])).toEqual(['mailroom 1 --max-semi-space-size=8']);
});
