import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { eventually } from '../../../../tests/support/eventually.ts';
import { program } from '../../test/program.ts';
import { runProgram } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-program-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = process.env['PATH'] ?? '';
let count = 0;

/** Runs a script of a shell, which leaves the number of its child at `$1`; gives what came of it and that number. */
async function run(script: string, timeoutMs = 20_000, signal?: AbortSignal) {
  const pidFile = join(folder, `child-${(count += 1)}.pid`);
  const wrapper = program(folder, script, '/bin/sh');
  const ran = await runProgram({ program: wrapper, args: [pidFile], folder, path, timeoutMs, signal });
  return { ran, child: Number(readFileSync(pidFile, 'utf8')) };
}

/** The child that a wrapper begins sleeps far longer than the test waits. */
const wrappers: [string, string, string, number?][] = [
  ['waits for its child beyond the time limit', 'sleep 600 & echo $! > "$1"; wait', 'slow', 1_000],
  [
    'starts a child that hears no TERM',
    `(trap '' TERM HUP INT; sleep 600) & echo $! > "$1"; wait`,
    'slow',
    1_000,
  ],
  ['prints without end', 'sleep 600 & echo $! > "$1"; while :; do echo la la la; done', 'too-long'],
  ['fails and leaves its child', 'sleep 600 & echo $! > "$1"; exit 3', 'failed'],
  ['leaves a child that holds its output', 'sleep 600 & echo $! > "$1"; echo oui', 'oui'],
  ['leaves a child that is silent', 'sleep 600 > /dev/null 2>&1 & echo $! > "$1"; echo oui', 'oui'],
];

it.each(wrappers)('a wrapper that %s ends with its child', async (_, script, outcome, timeoutMs) => {
  const { ran, child } = await run(script, timeoutMs);
  expect(ran.kind === 'printed' ? ran.printed.toString().trim() : ran.why).toBe(outcome);
  expect(child).toBeGreaterThan(1);
  await eventually(() => isGone(child), { withinMs: 3_000 });
});

it('a program ends with its child when it is stopped, before its time', async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 500);
  const { ran, child } = await run('sleep 600 & echo $! > "$1"; wait', 60_000, stop.signal);
  expect(ran).toEqual({ kind: 'failed', why: 'stopped' });
  await eventually(() => isGone(child), { withinMs: 3_000 });
});

it('a program is not begun once it was stopped', async () => {
  const settings = { program: '/bin/cat', args: [], folder, path, timeoutMs: 20_000 };
  const ran = await runProgram({ ...settings, signal: AbortSignal.abort() });
  expect(ran).toEqual({ kind: 'failed', why: 'stopped' });
});

/** A process that was ended but not yet buried by init counts as gone. */
function isGone(pid: number): boolean {
  try {
    return /^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}
