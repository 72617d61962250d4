import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedRedis, freePort, type RedisOptions, startRedis } from '@guichet/infra/embedded';
import { afterAll, inject } from 'vitest';

/** The Redis of this run, and a prefix that no other test file uses. */
export interface TestRedis {
  readonly url: string;
  /** For BullMQ's `prefix`, in braces as it likes them, and for keys of our own. */
  readonly prefix: string;
  readonly kind: EmbeddedRedis['kind'];
}

/** Gives this test file its share of the run's Redis: never flush it, other files use it at the same time. */
export function useRedis(): TestRedis {
  const { redisUrl, redisKind } = inject('servers');
  return { url: redisUrl, prefix: `{test-${randomUUID().slice(0, 8)}}`, kind: redisKind };
}

/** A Redis that one test file may stop, wipe and start again at the same address. */
export interface OwnRedis {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Redis for this test file alone, ended with it. */
export async function useOwnRedis(kind?: RedisOptions['kind']): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-redis-'));
  const options: RedisOptions = {
    dataFolder: join(folder, 'data'),
    logFile: join(folder, 'redis.log'),
    port: await freePort(),
    password: 'only-for-tests',
    ...(kind === undefined ? {} : { kind }),
  };
  let redis: EmbeddedRedis = await startRedis(options);
  afterAll(async () => {
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    url: redis.url,
    async start() {
      redis = await startRedis(options);
    },
    stop: () => redis.stop(),
  };
}
