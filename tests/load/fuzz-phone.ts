import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { CallEnd } from '../support/call/fuzz-call.ts';
import type { PartNews } from './fuzz-part.ts';

const columns: readonly CallEnd[] = [
  'completed',
  'to a person',
  'number told',
  'draft left',
  'nothing asked',
];
const faultsShown = 20;

class Tally {
  calls = 0;
  turns = 0;
  turnsMax = 0;
  readonly ends: Record<CallEnd, number> = {
    completed: 0,
    'to a person': 0,
    'number told': 0,
    'draft left': 0,
    'nothing asked': 0,
  };

  add(news: PartNews): void {
    for (const end of columns) {
      this.ends[end] += news.ends[end] ?? 0;
      this.calls += news.ends[end] ?? 0;
    }
    this.turns += news.turns;
    this.turnsMax = Math.max(this.turnsMax, news.turnsMax);
  }
}

/**
 * Plays so many calls of all personas over all services, on every core, and tells how they end.
 *
 * Guarantee: the same seeds, on as many processes, give the same calls, so a large number can be run in parts (`--from`);
 *   exit code 1 on any fault.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      calls: { type: 'string', default: '20000' },
      from: { type: 'string', default: '1' },
      processes: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const [calls, from, processes] = [values.calls, values.from, values.processes].map(Number);
  if (![calls, from, processes].every((number) => Number.isSafeInteger(number) && Number(number) > 0))
    throw new Error('usage: npm run fuzz:phone -- [--calls 20000] [--from 1] [--processes 2]');
  const tallies = new Map<string, Tally>();
  const faults: string[] = [];
  const startedAt = performance.now();
  const progress = setInterval(() => tellProgress(tallies, Number(calls), startedAt), 2_000);
  await Promise.all(
    Array.from({ length: Number(processes) }, (_, at) =>
      playPart([Number(from) + at, Number(from) + Number(calls) - 1, Number(processes)], (news) => {
        const tally = tallies.get(news.persona) ?? new Tally();
        tallies.set(news.persona, tally);
        tally.add(news);
        if (news.fault !== undefined) faults.push(news.fault);
      }),
    ),
  );
  clearInterval(progress);
  tellProgress(tallies, Number(calls), startedAt);
  process.stderr.write('\n');
  printTallies(tallies, `${from} to ${Number(from) + Number(calls) - 1}`);
  for (const fault of faults.slice(0, faultsShown)) console.log(`FAULT ${fault}`);
  console.log(
    `${faults.length} faults: crash, call without end, document without a way on, 0 that reaches no person, answer not kept`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

function playPart(range: readonly number[], hear: (news: PartNews) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./fuzz-part.ts', import.meta.url));
    const part = fork(script, range.map(String), { execArgv: ['--import', 'tsx'] });
    part.on('message', (news) => (news as PartNews[]).forEach(hear));
    part.on('error', reject);
    part.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a process that plays calls ended with ${code}`)),
    );
  });
}

function tellProgress(tallies: ReadonlyMap<string, Tally>, calls: number, startedAt: number): void {
  const done = [...tallies.values()].reduce((sum, tally) => sum + tally.calls, 0);
  const seconds = (performance.now() - startedAt) / 1000;
  const left = done === 0 ? '?' : Math.ceil((seconds / done) * (calls - done));
  process.stderr.write(`\r${done}/${calls} calls, ${(done / seconds).toFixed(0)}/s, ${left} s left   `);
}

function printTallies(tallies: ReadonlyMap<string, Tally>, seeds: string): void {
  console.log(`seeds ${seeds}`);
  console.log(
    [
      'persona'.padEnd(14),
      'calls'.padStart(8),
      ...columns.map((end) => end.padStart(14)),
      'turns: mean, max',
    ].join(' '),
  );
  for (const [persona, { calls, ends, turns, turnsMax }] of tallies) {
    const shares = columns.map((end) => `${((100 * ends[end]) / calls).toFixed(1)} %`.padStart(14));
    console.log(
      [
        persona.padEnd(14),
        String(calls).padStart(8),
        ...shares,
        `${(turns / calls).toFixed(0)}, ${turnsMax}`,
      ].join(' '),
    );
  }
}

await main();
