import { ConfigError } from '@guichet/platform';
import { inheritedEnvironment, projectFolder } from '../config.ts';
import { type KeptProcess, keepRunning } from '../processes/keep-running.ts';
import type { PidFiles } from '../processes/pid-files.ts';
import type { Screen } from '../screen.ts';
import type { ProcessFile } from './process-files.ts';

/** Unit: milliseconds. */
const readyMax = 120_000;

/** Starts processes side by side; they are not ready yet. */
export function startProcesses(
  files: readonly ProcessFile[],
  {
    environment,
    mark,
    pidFiles,
    screen,
  }: {
    environment: Record<string, string>;
    mark: string;
    pidFiles: PidFiles;
    screen: Screen;
  },
): KeptProcess[] {
  const news = {
    line: screen.line,
    died: (name: string, code: number | null, againInMs: number) =>
      screen.warn(deathWords(name, code, againInMs)),
  };
  return files.map(({ name, main, environment: own = {} }) =>
    keepRunning(
      {
        name,
        main,
        folder: projectFolder,
        environment: { ...own, ...inheritedEnvironment(), ...environment },
        mark,
      },
      pidFiles,
      news,
    ),
  );
}

/** Says that a process of ours died and when it is started again. */
export function deathWords(name: string, code: number | null, againInMs: number) {
  const seconds = (againInMs / 1000).toFixed(1);
  return {
    fr: `${name} s'est arrêté (${code ?? 'signal'}), nouveau départ dans ${seconds} s`,
    en: `${name} ended (${code ?? 'signal'}), started again in ${seconds} s`,
  };
}

/**
 * Waits until all are ready.
 *
 * Errors: ConfigError naming the first that dies again and again or isn't ready in time; the signal's reason when aborted.
 */
export async function untilReady(kept: readonly KeptProcess[], signal: AbortSignal): Promise<void> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(readyMax)]);
  const over = new Promise<never>((_, reject) => {
    limit.addEventListener('abort', () => reject(limit.reason as Error), { once: true });
  });
  over.catch(() => {});
  await Promise.all(
    kept.map(async ({ name, ready }) => {
      try {
        await Promise.race([ready, over]);
      } catch (cause) {
        throw signal.aborted ? cause : couldNotStart(name, cause);
      }
    }),
  );
}

function couldNotStart(name: string, cause: unknown): ConfigError {
  const error = new ConfigError({
    fr: `${name} n'a pas pu démarrer : voyez ses lignes ci-dessus.`,
    en: `${name} could not start: see its lines above.`,
  });
  error.cause = cause;
  return error;
}
