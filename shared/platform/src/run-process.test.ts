import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

// Beside the code, so that what it imports is found.
const folder = mkdtempSync(join(dirname(fileURLToPath(import.meta.url)), '.run-process-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function run(
  body: string,
  { withParent = true, stdout = 'pipe' as 'pipe' | number } = {},
): { child: ChildProcess; output: () => string; exit: Promise<unknown[]> } {
  count += 1;
  const file = join(folder, `main-${count}.ts`);
  const keepAlive = 'setInterval(() => {}, 1000);';
  writeFileSync(
    file,
    `import { runProcess } from '../run-process.ts';\nimport { ConfigError } from '../config-error.ts';\n
     import { appendFileSync, existsSync } from 'node:fs';\n
     await runProcess('test', async (scope) => { const say = (text: string) => console.log(text); ${keepAlive} ${body} });`,
  );
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    stdio: ['ignore', stdout, 'pipe', ...(withParent ? (['ipc'] as const) : [])],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => (text += bytes.toString()));
  return { child, output: () => text, exit: once(child, 'exit') };
}

const closers = `scope.onClose(() => say('closed first')); scope.onClose(async () => say('closed last'));`;

test('it tells its parent when it is ready, and SIGTERM closes in reverse order and exits 0', async () => {
  const { child, output, exit } = run(closers);
  expect(await once(child, 'message')).toEqual([{ ready: true, name: 'test' }, undefined]);
  child.kill('SIGTERM');
  expect((await exit)[0]).toBe(0);
  await expect.poll(output).toContain('closed first');
  expect(output()).toContain('closed last');
  expect(output().indexOf('closed last')).toBeLessThan(output().indexOf('closed first'));
});

test('it ends when its parent goes', async () => {
  const { child, output, exit } = run(closers);
  await once(child, 'message');
  child.disconnect();
  expect((await exit)[0]).toBe(0);
  await expect.poll(output).toContain('closed first');
});

test('it ends when its parent went while it was loading', async () => {
  const { child, output, exit } = run(closers);
  child.disconnect();
  expect((await exit)[0]).toBe(0);
  expect(output()).not.toContain('process.ready');
});

test('with a parent Ctrl-C is left to the parent; without one it closes', async () => {
  const kept = run(closers);
  await once(kept.child, 'message');
  kept.child.kill('SIGINT');
  const alone = run(`${closers} say('up');`, { withParent: false });
  await expect.poll(alone.output, { timeout: 20_000 }).toContain('process.ready');
  alone.child.kill('SIGINT');
  expect((await alone.exit)[0]).toBe(0);
  expect(kept.child.exitCode).toBeNull();
  kept.child.kill('SIGTERM');
  await kept.exit;
});

test('an unhandled rejection is logged without its message, closes everything and exits 1', async () => {
  const { output, exit } = run(
    `${closers} setTimeout(() => void Promise.reject(new Error('Tremblay')), 10);`,
  );
  expect((await exit)[0]).toBe(1);
  await expect.poll(output).toContain('process.fault');
  await expect.poll(output).toContain('closed first');
  expect(output()).not.toContain('Tremblay');
});

test('a wrong setting is said in both languages, what was open is closed, and it exits 1', async () => {
  const { output, exit } = run(
    `${closers} throw new ConfigError({ fr: 'Il manque X.', en: 'X is missing.' });`,
  );
  expect((await exit)[0]).toBe(1);
  await expect.poll(output).toContain('Il manque X.\nX is missing.\n');
  await expect.poll(output).toContain('closed first');
});

test('one closing that fails does not keep the others from closing', async () => {
  const { child, output, exit } = run(`${closers} scope.onClose(() => { throw new Error('x'); });`);
  await once(child, 'message');
  child.kill('SIGTERM');
  expect((await exit)[0]).toBe(0);
  await expect.poll(output).toContain('closed first');
});

test('a closing that never ends is cut short with exit code 2', async () => {
  const { child, exit } = run(`scope.onClose(() => new Promise(() => {}));`);
  await once(child, 'message');
  child.kill('SIGTERM');
  expect((await exit)[0]).toBe(2);
});

/** Once begun says over and over, and tells in a file how it closes: the outputs are what is lost, and are lost before it begins. */
function loud(say: string): { body: string; begin: () => void; closings: () => string } {
  const file = join(folder, `closings-${count}.txt`);
  const begun = join(folder, `begun-${count}`);
  const tell = (what: string) => `appendFileSync(${JSON.stringify(file)}, '${what} ')`;
  return {
    body: `
      scope.onClose(() => ${tell('first')});
      scope.onClose(async () => { await new Promise((done) => setTimeout(done, 300)); ${tell('last')}; });
      process.on('exit', (code) => ${tell('exit')});
      setInterval(() => { if (existsSync(${JSON.stringify(begun)})) ${say} }, 20);`,
    begin: () => writeFileSync(begun, ''),
    closings: () => readFileSync(file, 'utf8'),
  };
}

test.each([
  ['its log finds', `scope.log.info({ event: 'x' })`],
  ['a plain write finds', `say('x')`],
  [
    'a fatal line behind another finds',
    `{ scope.log.info({ event: 'x' }); scope.log.fatal({ event: 'x' }); }`,
  ],
  ['one fault after another finds', `{ void Promise.reject(new Error('x')); say('x'); }`],
])('%s stdout closed: everything closes in reverse order, once, and it exits 1', async (_, saying) => {
  const { body, begin, closings } = loud(saying);
  const { child, output, exit } = run(`say('up'); ${body}`, { withParent: false });
  await once(child.stdout ?? child, 'data');
  child.stdout?.destroy();
  begin();
  expect((await exit)[0]).toBe(1);
  expect(closings()).toBe('last first exit ');
  await expect.poll(output).toContain('output-lost');
  expect(output().split('output-lost')).toHaveLength(2);
});

test('with stdout and stderr closed it ends just the same', async () => {
  const { body, begin, closings } = loud(`{ console.error('x'); say('x'); scope.log.info({ event: 'x' }); }`);
  const { child, exit } = run(`say('up'); ${body}`, { withParent: false });
  await once(child.stdout ?? child, 'data');
  child.stdout?.destroy();
  child.stderr?.destroy();
  begin();
  expect((await exit)[0]).toBe(1);
  expect(closings()).toBe('last first exit ');
});

test('with stderr alone closed it ends just the same, and logs no line after line of faults', async () => {
  const { body, begin, closings } = loud(`console.error('x')`);
  const { child, output, exit } = run(body, { withParent: false });
  await once(child.stdout ?? child, 'data');
  child.stderr?.destroy();
  begin();
  expect((await exit)[0]).toBe(1);
  expect(closings()).toBe('last first exit ');
  await expect.poll(output).toContain('process.end');
  expect(output()).not.toContain('process.fault');
});

test.skipIf(!existsSync('/dev/full'))('a full disk under its log ends it with exit code 1', async () => {
  const { body, begin, closings } = loud(`scope.log.info({ event: 'x' })`);
  const full = openSync('/dev/full', 'w');
  const { exit } = run(body, { withParent: false, stdout: full });
  closeSync(full);
  begin();
  expect((await exit)[0]).toBe(1);
  expect(closings()).toBe('last first exit ');
});
