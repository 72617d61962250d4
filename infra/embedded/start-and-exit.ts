import { ConfigError } from '@guichet/platform';
import { readStartConfig } from './config.ts';
import { runStart } from './run-start.ts';
import { openScreen } from './screen.ts';
import type { ProcessFiles } from './steps/process-files.ts';

/**
 * Runs Guichet until Ctrl-C and exits: 0 when asked to stop, 1 when it could not start or nobody reads what it says any more.
 *
 * Errors: a wrong setting is said on one line in each language.
 */
export async function startAndExit(files?: ProcessFiles): Promise<never> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());
  // Unheard, the error would end this process alone and leave its servers running.
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', () => {
      process.exitCode = 1;
      ending.abort();
    });
  }

  let screen = openScreen('');
  try {
    const config = readStartConfig();
    screen = openScreen(config.LANG);
    await runStart(config, screen, ending.signal, files);
  } catch (error) {
    if (error instanceof ConfigError) screen.fail(error.words);
    else console.error(error);
    process.exitCode = 1;
  }
  // A connection that lingers must not keep the terminal.
  return process.exit();
}
