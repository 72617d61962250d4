import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { holdChild } from './hold-child.ts';

const idle = () =>
  spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'pipe', 'ignore'] });
/** Unit: milliseconds; far more than any of these needs. */
const longMs = 60_000;

it('a child that holds more than it may is killed, and it is said why', async () => {
  const child = holdChild(idle(), 1024 * 1024);
  await expect(child.ask({}, longMs)).rejects.toMatchObject({ name: 'ChildEnded', why: 'memory' });
});

it('a child that does not answer in time is killed, and it is said why', async () => {
  const child = holdChild(idle(), Number.POSITIVE_INFINITY);
  await expect(child.ask({}, 10)).rejects.toMatchObject({ why: 'time' });
});

it('a child that says what nobody understands is not asked again', async () => {
  const chatty = spawn(
    process.execPath,
    ['-e', 'console.log("Bonjour, je suis un PDF"); process.stdin.resume()'],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const child = holdChild(chatty, Number.POSITIVE_INFINITY);
  await expect(child.ask({}, longMs)).rejects.toMatchObject({ why: 'crash' });
  await child.ended;
});
