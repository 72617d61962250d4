import type { Bilingual } from '@guichet/kernel';
import { ConfigError, openDatabase, openRedis, redisSafety } from '@guichet/platform';
import type { StartConfig } from '../config.ts';

/**
 * Refuses a start whose own database or Redis does not answer, or whose Redis may lose jobs; tries nothing that changes them.
 *
 * Errors: ConfigError naming the setting, never its value. Outside production a Redis without a file on disk is only warned of.
 */
export async function checkServers(config: StartConfig, warn: (words: Bilingual) => void): Promise<void> {
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL'] as const) {
    const url = config[name];
    if (url !== undefined) await checkDatabase(name, url);
  }
  if (config.REDIS_URL !== undefined)
    await checkRedis(config.REDIS_URL, config.NODE_ENV === 'production', warn);
}

async function checkDatabase(name: string, url: string): Promise<void> {
  const sql = openDatabase({ url, max: 1, name: 'guichet-check' });
  try {
    await sql`select 1`;
  } catch (cause) {
    const code = reasonOf(cause);
    throw because(cause, {
      fr: `La base de données de ${name} ne répond pas comme il faut (${code}) : vérifiez l'adresse.`,
      en: `The database of ${name} does not answer as it should (${code}): check the address.`,
    });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function checkRedis(
  url: string,
  isProduction: boolean,
  warn: (words: Bilingual) => void,
): Promise<void> {
  const redis = openRedis(url, { role: 'plain' });
  try {
    const problem = await redisSafety(redis);
    if (problem === undefined) return;
    if (isProduction || problem.reason === 'evicts') {
      throw new ConfigError({
        fr: `REDIS_URL : ${problem.words.fr}.`,
        en: `REDIS_URL: ${problem.words.en}.`,
      });
    }
    warn(problem.words);
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    throw because(cause, {
      fr: "Le Redis de REDIS_URL ne répond pas comme il faut : vérifiez l'adresse.",
      en: 'The Redis of REDIS_URL does not answer as it should: check the address.',
    });
  } finally {
    redis.disconnect();
  }
}

function reasonOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : 'error';
}

function because(cause: unknown, words: Bilingual): ConfigError {
  const error = new ConfigError(words);
  error.cause = cause;
  return error;
}
