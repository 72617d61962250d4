import { mkdirSync } from 'node:fs';
import type { StartConfig } from '../config.ts';
import { type Home, openHome } from '../home.ts';
import { openPidFiles, type PidFiles } from '../processes/pid-files.ts';
import type { Screen } from '../screen.ts';
import { checkPorts } from './check-ports.ts';
import { checkServers } from './check-servers.ts';
import { checkSettings } from './check-settings.ts';
import { clearLeftovers, startMark, startName } from './clear-leftovers.ts';
import { checkKeyFile } from './key-file.ts';
import { mayMakeKey } from './may-make-key.ts';

/** What every later step needs to know. */
export interface Ground {
  readonly home: Home;
  readonly keyFile: string;
  readonly pidFiles: PidFiles;
}

/**
 * Checks all that could keep the start from working, before anything is started or changed.
 *
 * Guarantee: what an earlier start left running is ended first, since it holds the ports that are checked.
 * Errors: ConfigError saying the first thing that is wrong.
 */
export async function checkAll(config: StartConfig, screen: Screen): Promise<Ground> {
  checkSettings(config);
  const home = openHome(config.GUICHET_DATA);
  mkdirSync(home.folder, { recursive: true, mode: 0o700 });
  const pidFiles = openPidFiles(home.at('run'));
  const ended = await clearLeftovers(pidFiles);
  if (ended.length > 0) {
    const names = ended.map(({ name }) => name).join(', ');
    screen.warn({
      fr: `Un démarrage précédent s'était interrompu; arrêté : ${names}`,
      en: `An earlier start had broken off; ended: ${names}`,
    });
  }
  await checkPorts({ PORT: config.PORT, DESK_PORT: config.DESK_PORT });
  await checkServers(config, screen.warn);
  const keyFile = config.GUICHET_KEY_FILE ?? home.at('key');
  checkKeyFile(keyFile, { mayMake: await mayMakeKey(config, home) });
  pidFiles.write({ name: startName, pid: process.pid, mark: startMark });
  return { home, keyFile, pidFiles };
}
