import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, openPidFiles } from '@guichet/infra/embedded';

export const runPrefix = 'guichet-tests-';

/** Ends the servers and deletes the folders of test runs whose runner has gone; a run under way is left alone. */
export async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(runPrefix))) {
    const folder = join(tmpdir(), name);
    // Without this folder the run has only just begun, or isn't one of ours.
    if (!existsSync(join(folder, 'run', 'runner.json'))) continue;
    const alive = openPidFiles(join(folder, 'run')).alive();
    if (alive.some((known) => known.name === 'runner')) continue;
    for (const known of alive) await endProcess(known.pid, known.mark, { signal: 'SIGINT' });
    rmSync(folder, { recursive: true, force: true });
  }
}
