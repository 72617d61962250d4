import type { Bilingual } from '@guichet/kernel';
import type { Redis } from './open-redis.ts';

/** Why a Redis may lose jobs. */
export interface RedisProblem {
  readonly reason: 'evicts' | 'no-append-only-file' | 'cannot-tell';
  readonly words: Bilingual;
}

const problems = {
  evicts: {
    fr: 'Redis évince des clés : réglez maxmemory-policy à noeviction',
    en: 'Redis evicts keys: set maxmemory-policy to noeviction',
  },
  'no-append-only-file': {
    fr: "Redis n'a pas de journal sur disque : réglez appendonly à yes",
    en: 'Redis has no append-only file: set appendonly to yes',
  },
  'cannot-tell': {
    fr: 'Redis ne laisse pas lire sa configuration (CONFIG GET) : sa sûreté est inconnue',
    en: 'Redis does not let its configuration be read (CONFIG GET): its safety is unknown',
  },
} as const satisfies Record<RedisProblem['reason'], Bilingual>;

/**
 * Tells why this Redis may lose jobs, or undefined when it evicts nothing and keeps an append-only file.
 *
 * Errors: a server that cannot be reached throws; one that refuses to answer is 'cannot-tell'.
 */
export async function redisSafety(redis: Redis): Promise<RedisProblem | undefined> {
  await redis.ping();
  const policy = await readSetting(redis, 'maxmemory-policy');
  if (policy === undefined) return problem('cannot-tell');
  if (policy !== 'noeviction') return problem('evicts');
  return (await readSetting(redis, 'appendonly')) === 'yes' ? undefined : problem('no-append-only-file');
}

function problem(reason: RedisProblem['reason']): RedisProblem {
  return { reason, words: problems[reason] };
}

async function readSetting(redis: Redis, name: string): Promise<string | undefined> {
  try {
    const reply: unknown = await redis.call('CONFIG', 'GET', name);
    const value: unknown = Array.isArray(reply) ? reply[1] : valueInMap(reply, name);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** RESP3 answers with a map where RESP2 gives a list. */
function valueInMap(reply: unknown, name: string): unknown {
  if (reply instanceof Map) return reply.get(name);
  return typeof reply === 'object' && reply !== null ? Reflect.get(reply, name) : undefined;
}
