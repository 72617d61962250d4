import { migrate } from '../database/index.ts';
import { hasDemo, type StartConfig } from './config.ts';
import { type Running, stopAll } from './running.ts';
import type { Screen } from './screen.ts';
import { checkAll, type Ground } from './steps/check-all.ts';
import { startName } from './steps/clear-leftovers.ts';
import { makeKeyFile } from './steps/key-file.ts';
import { processEnvironment } from './steps/process-environment.ts';
import { type ProcessFiles, processFiles } from './steps/process-files.ts';
import { startProcesses, untilReady } from './steps/start-processes.ts';
import { startServers } from './steps/start-servers.ts';
import { type SignIn, welcome } from './steps/welcome.ts';

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
    // Asked to stop while starting: the error is the asking itself.
    if (error !== signal.reason) throw error;
  } finally {
    await screen.step({ fr: "Tout s'arrête", en: 'Everything stops' }, () => stopAll(running));
    ground.pidFiles.forget(startName);
  }
}

async function open(
  config: StartConfig,
  screen: Screen,
  signal: AbortSignal,
  ground: Ground,
  files: ProcessFiles,
  running: Running,
): Promise<void> {
  const { home, keyFile, pidFiles } = ground;
  const step: Screen['step'] = async (words, act) => {
    signal.throwIfAborted();
    return screen.step(words, act);
  };
  // Read while the servers start, since it takes about as long.
  const catalogueStep = import('./steps/open-catalogue.ts');
  catalogueStep.catch(() => {});

  makeKeyFile(keyFile);
  const { databaseUrl, ownerUrl, redisUrl, outside } = await startServers(config, ground, running, screen);
  await step({ fr: 'Le schéma se met à jour', en: 'The schema is brought up to date' }, () =>
    migrate(ownerUrl, screen.say),
  );
  const { openCatalogue } = await catalogueStep;
  const catalogue = await step({ fr: 'Le catalogue se publie', en: 'The catalogue is published' }, () =>
    openCatalogue({
      databaseUrl,
      keyFile,
      dataFolder: home.folder,
      catalogueFolder: config.CATALOGUE_DIR,
      warn: screen.warn,
    }),
  );

  const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const deskUrl = `http://localhost:${config.DESK_PORT}`;
  const facts = { databaseUrl, redisUrl, publicUrl, keyFile, outside };
  const plan = {
    environment: processEnvironment(config, home, facts),
    mark: `--data=${home.folder}`,
    pidFiles,
    screen,
  };
  let signIns: SignIn[] = [];
  try {
    // The doors alone at first: somebody may be waiting to come in.
    await step({ fr: 'Les portes ouvrent', en: 'The doors open' }, () => {
      running.doors = startProcesses(files.doors, plan);
      return untilReady(running.doors, signal);
    });
    screen.say({ fr: `ouvert : ${publicUrl} et ${deskUrl}`, en: `open: ${publicUrl} and ${deskUrl}` });
    signal.throwIfAborted();
    running.hands = startProcesses(files.hands, plan);
    if (hasDemo(config)) {
      signIns = await step({ fr: 'La démonstration se charge', en: 'The demo is loaded' }, () =>
        catalogue.loadDemo({ leaveRecording: outside.leaveRecording }),
      );
    }
    await step({ fr: 'Les travaux reprennent', en: 'Work resumes' }, () => untilReady(running.hands, signal));
  } finally {
    await catalogue.close();
  }
  screen.block(
    welcome({ publicUrl, deskUrl, inbox: outside.inbox, service: formService(catalogue.codes), signIns }),
  );
}

/** A form of one sheet shows best how paper reads itself. */
function formService(codes: readonly string[]): string {
  return codes.find((code) => code === 'permis-chien') ?? codes[0] ?? '';
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
