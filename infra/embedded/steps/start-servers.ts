import type { StartConfig } from '../config.ts';
import type { Running } from '../running.ts';
import type { Screen } from '../screen.ts';
import type { Ground } from './check-all.ts';
import { startDatabase } from './start-database.ts';
import { type Outside, startOutside } from './start-outside.ts';
import { deathWords } from './start-processes.ts';
import { startRedisOfHome } from './start-redis-of-home.ts';

/** What the processes will work on. */
export interface Servers {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly redisUrl: string;
  readonly outside: Outside;
}

/**
 * Starts, side by side, those of PostgreSQL, Redis and the outside world that the operator did not bring.
 *
 * Guarantee: whatever started is in `running`, also when another did not.
 */
export async function startServers(
  config: StartConfig,
  { home, pidFiles }: Ground,
  running: Running,
  screen: Screen,
): Promise<Servers> {
  const died = (name: string, code: number | null, ms: number) => screen.warn(deathWords(name, code, ms));

  const database = async () => {
    if (config.DATABASE_URL !== undefined) {
      return { appUrl: config.DATABASE_URL, ownerUrl: config.DATABASE_OWNER_URL ?? config.DATABASE_URL };
    }
    const started = await screen.step({ fr: 'PostgreSQL démarre', en: 'PostgreSQL starts' }, () =>
      startDatabase(home, pidFiles, died),
    );
    running.database = started;
    const { dataFolder } = started;
    screen.say({ fr: `les données sont dans ${dataFolder}`, en: `the data is in ${dataFolder}` });
    return started;
  };

  const redis = async () => {
    if (config.REDIS_URL !== undefined) return config.REDIS_URL;
    const started = await screen.step({ fr: 'Redis démarre', en: 'Redis starts' }, () =>
      startRedisOfHome(home, pidFiles, died),
    );
    running.redis = started;
    screen.say(redisWords[started.kind]);
    return started.url;
  };

  const outside = async () => {
    const started = await startOutside(config, home, screen);
    running.outside = started;
    return started;
  };

  const [{ appUrl, ownerUrl }, redisUrl, world] = await allOf([database(), redis(), outside()]);
  return { databaseUrl: appUrl, ownerUrl, redisUrl, outside: world };
}

const redisWords = {
  server: {
    fr: 'Redis : le serveur de cette machine, avec son journal sur disque',
    en: "Redis: this machine's server, with its append-only file",
  },
  javascript: {
    fr: 'Redis : en JavaScript et en mémoire, pour essayer; à chaque départ, le travail se reprend de PostgreSQL',
    en: 'Redis: in JavaScript and in memory, for trying out; at each start, work is taken up again from PostgreSQL',
  },
} as const;

/** Waits for all before it throws the first fault, so that nothing is left half started. */
async function allOf<T extends readonly unknown[]>(
  acts: { [Place in keyof T]: Promise<T[Place]> },
): Promise<T> {
  await Promise.allSettled(acts);
  return Promise.all(acts) as unknown as Promise<T>;
}
