import { createLogger } from '@guichet/platform';
import { Hono } from 'hono';
import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../../tests/support/eventually.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestLine } from '../../test/open-test-line.ts';
import { listen } from '../listen.ts';
import { testLine } from './test-line.ts';

const { account, line } = openTestLine(await useDesk());
const closing: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

/** Opens a door on a free port, at which the line `of` the account it gets stands under `prefix`, and its log. */
async function open(of: (ours: typeof account) => Hono, prefix = '') {
  let app = new Hono();
  const door = await listen(
    new Hono().all('*', (c) => app.fetch(c.req.raw, c.env)),
    0,
  );
  closing.push(door.close);
  const ours = {
    ...account,
    authTokens: ['the-new-token', 'the-old-token'],
    publicUrl: `http://127.0.0.1:${door.port}${prefix}`,
  };
  app = of(ours);
  const told: string[] = [];
  const log = createLogger('test', { destination: { write: (entry: string) => void told.push(entry) } });
  return {
    ours,
    port: door.port,
    log,
    heard: (event: string) => told.some((entry) => entry.includes(event)),
  };
}

describe('the line at start', () => {
  it('answers itself with each token in force, here and by its public address', async () => {
    const { ours, port, log, heard } = await open((to) => line({}, undefined, to));
    await testLine(ours, port, log);
    await eventually(() => heard('phone.line-tested'));
    expect(heard('phone.line-refused')).toBe(false);
  });

  it('says that a way to it changes addresses, and starts all the same', async () => {
    const { ours, port, log, heard } = await open((to) => line({}, undefined, to), '/behind-a-proxy');
    await testLine(ours, port, log);
    await eventually(() => heard('phone.line-refused'));
  });

  it('says that its public address can not be reached from inside', async () => {
    const nowhere = 'http://127.0.0.1:1';
    const { ours, port, log, heard } = await open((to) => line({}, undefined, { ...to, publicUrl: nowhere }));
    await testLine({ ...ours, publicUrl: nowhere }, port, log);
    await eventually(() => heard('phone.line-unreachable'));
  });

  it('does not start when it refuses what is signed, or takes what is forged', async () => {
    const deaf = await open((to) => line({}, undefined, { ...to, authTokens: ['another-token'] }));
    await expect(testLine(deaf.ours, deaf.port, deaf.log)).rejects.toThrow(
      'refuses its own signature: HTTP 403',
    );
    const open200 = await open(() => new Hono().post('*', (c) => c.text('ok')));
    await expect(testLine(open200.ours, open200.port, open200.log)).rejects.toThrow(
      'takes a forged signature',
    );
  });
});
