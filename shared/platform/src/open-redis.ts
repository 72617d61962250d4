import { Redis } from 'ioredis';

export type { Redis } from 'ioredis';

/** `producer` fails at once when Redis is away; `worker` waits for it; `plain` waits for a moment, then fails. */
export type RedisRole = 'producer' | 'worker' | 'plain';

/** Unit: milliseconds. */
const patience = { connect: 5_000, command: 3_000, retryMax: 2_000 };

/**
 * Opens a connection to Redis that comes back by itself after an outage, at most two seconds after the server.
 *
 * Errors: never throws; the role says what a command does while Redis is away.
 */
export function openRedis(url: string, { role }: { role: RedisRole }): Redis {
  const redis = new Redis(url, {
    connectTimeout: patience.connect,
    connectionName: `guichet-${role}`,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 10), patience.retryMax),
    ...byRole[role],
  });
  // Without a listener the client writes to the console at each attempt; readiness is where an outage shows.
  redis.on('error', () => {});
  return redis;
}

const byRole = {
  producer: { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: patience.command },
  // BullMQ requires null, and its blocking reads last longer than any command may.
  worker: { maxRetriesPerRequest: null, enableOfflineQueue: true },
  plain: { maxRetriesPerRequest: 2, enableOfflineQueue: true, commandTimeout: patience.command },
} as const;
