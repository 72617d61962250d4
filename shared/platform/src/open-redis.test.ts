import { useOwnRedis } from '@guichet/tests/support';
import { expect, test } from 'vitest';
import { openRedis } from './open-redis.ts';
import { redisSafety } from './redis-safety.ts';

const server = await useOwnRedis();

test('while Redis is away a producer fails at once, a worker waits, and both work again by themselves', async () => {
  const producer = openRedis(server.url, { role: 'producer' });
  const worker = openRedis(server.url, { role: 'worker' });
  await expect.poll(() => producer.status).toBe('ready');
  await worker.set('before', '1');
  await server.stop();
  await expect.poll(() => producer.status).not.toBe('ready');

  const from = Date.now();
  await expect(producer.get('before')).rejects.toBeInstanceOf(Error);
  expect(Date.now() - from).toBeLessThan(1000);
  const patient = worker.set('during', '1');

  await server.start();
  await expect(patient).resolves.toBe('OK');
  await expect.poll(() => producer.get('during').catch(() => undefined), { timeout: 5000 }).toBe('1');
  producer.disconnect();
  worker.disconnect();
});

test('a plain connection gives up on a Redis that stays away', async () => {
  const redis = openRedis('redis://127.0.0.1:1', { role: 'plain' });
  await expect(redis.ping()).rejects.toBeInstanceOf(Error);
  redis.disconnect();
});

test('a Redis that evicts, or keeps no file, is told by name; ours is safe', async () => {
  const redis = openRedis(server.url, { role: 'plain' });
  expect(await redisSafety(redis)).toBeUndefined();
  await redis.call('CONFIG', 'SET', 'appendonly', 'no');
  expect(await redisSafety(redis)).toMatchObject({ reason: 'no-append-only-file' });
  await redis.call('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
  expect(await redisSafety(redis)).toMatchObject({
    reason: 'evicts',
    words: { en: expect.stringContaining('noeviction') },
  });
  redis.disconnect();
});
