import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { appRole } from '@guichet/infra/database';

const run = promisify(execFile);
let runs = 0;

export interface PgbenchRun {
  port: number;
  script: string;
  clients: number;
  seconds: number;
}

/** Runs pgbench's prepared statements on the bench's server, as the application role, and gives transactions a second. */
export async function runPgbench({ port, script, clients, seconds }: PgbenchRun): Promise<number> {
  runs += 1;
  const own = ['-D', `run=${runs}`, '-D', 'made=0'];
  const args = ['-h', '127.0.0.1', '-p', String(port), '-U', appRole, '-n', '-M', 'prepared', '-f', script];
  const { stdout } = await run(
    findPgbench(),
    [...args, ...own, '-c', String(clients), '-j', '2', '-T', String(seconds), 'bench'],
    {
      env: { PGPASSWORD: 'only-for-bench', PGOPTIONS: '-c guichet.actor_kind=public' },
    },
  );
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (tps === undefined || !/failed transactions: 0 /.test(stdout)) throw new Error(`pgbench: ${stdout}`);
  return Number(tps);
}

/** Debian keeps it off the PATH, one folder a major version. */
function findPgbench(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort().toReversed() : [];
  const found = versions.map((version) => join(root, version, 'bin/pgbench')).find(existsSync);
  if (!found)
    throw new Error(
      'pgbench is not here: install the Debian package postgresql-15 (only the bench needs it).',
    );
  return found;
}
