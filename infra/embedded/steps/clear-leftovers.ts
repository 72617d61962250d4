import { ConfigError } from '@guichet/platform';
import { endProcess } from '../processes/end-process.ts';
import type { KnownProcess, PidFiles } from '../processes/pid-files.ts';

export const startName = 'start';
export const startMark = 'start.ts';

/**
 * Ends what a start that crashed left running, and gives what was ended.
 *
 * Guarantee: only processes written down by an earlier start whose command line still proves it.
 * Errors: ConfigError when the earlier start is itself still running on this data folder.
 */
export async function clearLeftovers(pidFiles: PidFiles): Promise<KnownProcess[]> {
  const alive = pidFiles.alive();
  const starter = alive.find((known) => known.name === startName && known.pid !== process.pid);
  if (starter !== undefined) {
    throw new ConfigError({
      fr: `Guichet tourne déjà avec ces données (processus ${starter.pid}) : arrêtez-le d'abord, ou changez GUICHET_DATA.`,
      en: `Guichet already runs on this data (process ${starter.pid}): stop it first, or change GUICHET_DATA.`,
    });
  }
  const leftovers = alive.filter((known) => known.name !== startName);
  // Postgres is ended last, as in an orderly stop, so that nothing loses it under its hands.
  const servers = new Set(['postgres', 'redis']);
  const inOrder = leftovers.toSorted((a, b) => Number(servers.has(a.name)) - Number(servers.has(b.name)));
  for (const { pid, mark, name } of inOrder) {
    await endProcess(pid, mark, name === 'postgres' ? { signal: 'SIGINT' } : {});
    pidFiles.forget(name);
  }
  return leftovers;
}
