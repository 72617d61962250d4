import { migrate } from '../database/index.ts';
import type { StartConfig } from './config.ts';
import type { KeptProcess } from './processes/keep-running.ts';
import type { Screen } from './screen.ts';
import { checkAll, type Ground } from './steps/check-all.ts';
import { startName } from './steps/clear-leftovers.ts';
import { makeKeyFile } from './steps/key-file.ts';
import { processEnvironment } from './steps/process-environment.ts';
import { type ProcessFiles, processFiles } from './steps/process-files.ts';
import { type StartedDatabase, startDatabase } from './steps/start-database.ts';
import { type Outside, startOutside } from './steps/start-outside.ts';
import { deathWords, startProcesses, untilReady } from './steps/start-processes.ts';
import { type StartedRedis, startRedisOfHome } from './steps/start-redis-of-home.ts';
import { welcome } from './steps/welcome.ts';

interface Running {
  doors: KeptProcess[];
  hands: KeptProcess[];
  outside?: Outside;
  redis?: StartedRedis;
  database?: StartedDatabase;
}

/**
 * Runs all of Guichet until `signal` is aborted, then stops it: doors, hands, what stands in for the outside, Redis, Postgres.
 *
 * Guarantee: leaves nothing running, however it ends.
 * Errors: ConfigError before anything is touched, or when a process can't start.
 */
export async function runStart(
  config: StartConfig,
  screen: Screen,
  signal: AbortSignal,
  files: ProcessFiles = processFiles,
): Promise<void> {
  const from = Date.now();
  const ground = await checkAll(config, screen);
  const running: Running = { doors: [], hands: [] };
  try {
    await open(config, screen, signal, ground, files, running);
    const seconds = ((Date.now() - from) / 1000).toFixed(1);
    screen.say({ fr: `Tout est prêt (${seconds} s).`, en: `All is ready (${seconds} s).` });
    await aborted(signal);
  } catch (error) {
    // Asked to stop while starting: what was being done has ended, and the error is the asking itself.
    if (error !== signal.reason) throw error;
  } finally {
    await stopAll(running, screen);
    ground.pidFiles.forget(startName);
  }
}

async function open(
  config: StartConfig,
  screen: Screen,
  signal: AbortSignal,
  { home, keyFile, pidFiles }: Ground,
  files: ProcessFiles,
  running: Running,
): Promise<void> {
  const step: Screen['step'] = async (words, act) => {
    signal.throwIfAborted();
    return screen.step(words, act);
  };
  // Read while the servers start, since it takes about as long.
  const catalogueStep = import('./steps/load-catalogue.ts');
  const died = (name: string, code: number | null, ms: number) => screen.warn(deathWords(name, code, ms));

  makeKeyFile(keyFile);
  await allDone([
    (async () => {
      if (config.DATABASE_URL !== undefined) return;
      await step({ fr: 'PostgreSQL démarre', en: 'PostgreSQL starts' }, async () => {
        running.database = await startDatabase(home, pidFiles, died);
      });
      const { dataFolder } = running.database as StartedDatabase;
      screen.say({ fr: `les données sont dans ${dataFolder}`, en: `the data is in ${dataFolder}` });
    })(),
    (async () => {
      if (config.REDIS_URL !== undefined) return;
      await step({ fr: 'Redis démarre', en: 'Redis starts' }, async () => {
        running.redis = await startRedisOfHome(home, pidFiles, died);
      });
      screen.say(redisWords[(running.redis as StartedRedis).kind]);
    })(),
    (async () => {
      running.outside = await startOutside(config, home, screen);
    })(),
  ]);
  const { database, redis, outside } = running;
  const databaseUrl = config.DATABASE_URL ?? database?.appUrl ?? '';
  const redisUrl = config.REDIS_URL ?? redis?.url ?? '';
  const ownerUrl = config.DATABASE_OWNER_URL ?? database?.ownerUrl ?? databaseUrl;

  await step({ fr: 'Le schéma se met à jour', en: 'The schema is brought up to date' }, () =>
    migrate(ownerUrl, screen.say),
  );
  const { loadCatalogue } = await catalogueStep;
  // Accounts whose passwords are known to all belong to no database but our own.
  const hasDemo = config.DATABASE_URL === undefined || config.GUICHET_DEMO !== undefined;
  const { codes, signIns } = await step(
    { fr: 'Le catalogue se publie', en: 'The catalogue is published' },
    () =>
      loadCatalogue({
        databaseUrl,
        keyFile,
        dataFolder: home.folder,
        catalogueFolder: config.CATALOGUE_DIR,
        withDemo: hasDemo,
        warn: screen.warn,
      }),
  );

  if (outside === undefined) throw new Error('outside is not open');
  const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const environment = processEnvironment(config, home, {
    databaseUrl,
    redisUrl,
    publicUrl,
    keyFile,
    outside,
  });
  const plan = { environment, mark: `--data=${home.folder}`, pidFiles, screen };
  await step({ fr: 'Les portes ouvrent', en: 'The doors open' }, async () => {
    running.doors = startProcesses(files.doors, plan);
    await untilReady(running.doors, signal);
  });
  const deskUrl = `http://localhost:${config.DESK_PORT}`;
  const lines = welcome({ publicUrl, deskUrl, inbox: outside.inbox, service: codes[0] ?? '', signIns });
  await step({ fr: 'Les travaux reprennent', en: 'Work resumes' }, async () => {
    running.hands = startProcesses(files.hands, plan);
    await untilReady(running.hands, signal);
  });
  for (const line of lines) screen.say(line);
}

const redisWords = {
  server: {
    fr: 'Redis : le serveur de cette machine, avec son journal sur disque',
    en: "Redis: this machine's server, with its append-only file",
  },
  javascript: {
    fr: 'Redis : en JavaScript et en mémoire, pour essayer ; à chaque départ, le travail se reprend de PostgreSQL',
    en: 'Redis: in JavaScript and in memory, for trying out; at each start, work is taken up again from PostgreSQL',
  },
} as const;

/** Waits for all, so that nothing is left half started, then throws the first fault. */
async function allDone(acts: Promise<void>[]): Promise<void> {
  const fault = (await Promise.allSettled(acts)).find((result) => result.status === 'rejected');
  if (fault !== undefined) throw fault.reason;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function stopAll(
  { doors: open, hands: busy, outside, redis, database }: Running,
  screen: Screen,
): Promise<void> {
  await screen.step({ fr: "Tout s'arrête", en: 'Everything stops' }, async () => {
    await stopEach(open);
    await stopEach(busy);
    await outside?.stop();
    await redis?.stop();
    await database?.stop();
  });
}

async function stopEach(kept: KeptProcess[]): Promise<void> {
  await Promise.all(kept.map((one) => one.stop()));
}
