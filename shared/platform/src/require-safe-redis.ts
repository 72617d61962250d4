import { ConfigError } from './config-error.ts';
import { openRedis } from './open-redis.ts';
import { redisSafety } from './redis-safety.ts';

/**
 * Refuses to start in production on a Redis that may lose jobs; elsewhere does nothing.
 *
 * Guarantee: a Redis that is away is no reason to refuse: work resumes when it comes.
 * Errors: ConfigError. Source: design §7
 */
export async function requireSafeRedis(url: string, environment: string | undefined): Promise<void> {
  if (environment !== 'production') return;
  const redis = openRedis(url, { role: 'plain' });
  try {
    const problem = await redisSafety(redis).catch(() => undefined);
    if (problem) throw new ConfigError(problem.words);
  } finally {
    redis.disconnect();
  }
}
