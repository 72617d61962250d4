import { execFile } from 'node:child_process';
import { getPriority } from 'node:os';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const yieldToDoors = JSON.stringify(new URL('./yield-to-doors.ts', import.meta.url).href);
/** Prints the niceness of each thread: the nineteenth field of its line, counted after the name in brackets. */
const program = `
  import { readdirSync, readFileSync } from 'node:fs';
  const { yieldToDoors } = await import(${yieldToDoors});
  yieldToDoors(11);
  yieldToDoors(7);
  const placeOf = (line) => Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[16]);
  const tasks = readdirSync('/proc/self/task').map((id) => readFileSync(\`/proc/self/task/\${id}/stat\`, 'utf8'));
  console.log(JSON.stringify(tasks.map(placeOf)));
`;

it.runIf(process.platform === 'linux')('every thread yields, and none comes forward again', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    program,
  ]);
  const places: number[] = JSON.parse(stdout);
  expect(places.length).toBeGreaterThan(1);
  expect(new Set(places)).toEqual(new Set([Math.max(11, getPriority())]));
});
