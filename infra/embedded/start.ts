import { ConfigError } from '@guichet/platform';
import { readStartConfig } from './config.ts';
import { runStart } from './run-start.ts';
import { openScreen } from './screen.ts';

/** `npm start`: all of Guichet on this machine, until Ctrl-C. */
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => ending.abort());
}

let screen = openScreen('');
try {
  const config = readStartConfig();
  screen = openScreen(config.LANG);
  await runStart(config, screen, ending.signal);
} catch (error) {
  if (error instanceof ConfigError) screen.fail(error.words);
  else console.error(error);
  process.exitCode = 1;
}
// A connection that lingers must not keep the terminal.
process.exit();
