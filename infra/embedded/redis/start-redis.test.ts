import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRedis, redisSafety } from '@guichet/platform';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../free-port.ts';
import { commandLine } from '../processes/command-line.ts';
import { findRedisServer } from './find-redis-server.ts';
import { startRedis } from './start-redis.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-redis-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const options = async () => ({
  dataFolder: folder,
  logFile: join(folder, 'log'),
  port: await freePort(),
  password: 'test',
});

test.runIf(findRedisServer() !== undefined)(
  'the server on the PATH is safe for jobs, asks for its password, and keeps what it was given',
  async () => {
    const plan = await options();
    const first = await startRedis({ ...plan, kind: 'server' });
    const redis = openRedis(first.url, { role: 'plain' });
    expect(await redisSafety(redis)).toBeUndefined();
    await redis.set('kept', 'yes');
    redis.disconnect();
    const stranger = openRedis(first.url.replace(':test@', ''), { role: 'plain' });
    await expect(stranger.get('kept')).rejects.toThrow('NOAUTH');
    stranger.disconnect();
    await first.stop();
    expect(commandLine(first.pid)).toBeUndefined();

    const second = await startRedis({ ...plan, kind: 'server' });
    const again = openRedis(second.url, { role: 'plain' });
    expect(await again.get('kept')).toBe('yes');
    again.disconnect();
    await second.stop();
  },
);

test('without one, the JavaScript server serves in a process of its own, and says that it keeps no file', async () => {
  const server = await startRedis({ ...(await options()), kind: 'javascript' });
  expect(server.pid).not.toBe(process.pid);
  const redis = openRedis(server.url, { role: 'worker' });
  expect(await redisSafety(redis)).toMatchObject({ reason: 'no-append-only-file' });
  expect(await redis.eval('return redis.call("incrby", KEYS[1], ARGV[1])', 1, 'n', 5)).toBe(5);
  redis.disconnect();
  await server.stop();
  expect(commandLine(server.pid)).toBeUndefined();
});
