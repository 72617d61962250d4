import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './find-binaries.ts';

/** As whom PostgreSQL runs, since it refuses to run as root. */
export interface Identity {
  readonly way: 'self' | 'namespace' | 'nobody';
  readonly binaries: PostgresBinaries;
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[];
  /** Given to the program when it starts. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  readonly dataFolder: string;
}

const nobody = { uid: 65_534, gid: 65_534 };
const namespace = ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, '--'];

/**
 * Chooses as whom to run PostgreSQL: ourselves; or, for root, nobody inside a user namespace (files stay root's, so any
 * folder works); or, where namespaces are closed, nobody outright, with programs and data in folders that nobody can enter.
 *
 * Source: infra/decisions/0001
 */
export function chooseIdentity(
  binaries: PostgresBinaries,
  dataFolder: string,
  ways = possibleWays(),
): Identity {
  if (ways.includes('self')) return { way: 'self', binaries, prefix: [], dataFolder };
  if (ways.includes('namespace') && namespaceWorks(binaries)) {
    return { way: 'namespace', binaries, prefix: namespace, dataFolder };
  }
  return {
    way: 'nobody',
    binaries: enterable(binaries),
    prefix: [],
    owner: nobody,
    dataFolder: enterableFolder(dataFolder),
  };
}

function possibleWays(): Identity['way'][] {
  return process.getuid?.() === 0 ? ['namespace', 'nobody'] : ['self'];
}

function namespaceWorks(binaries: PostgresBinaries): boolean {
  const [command = '', ...rest] = namespace;
  return spawnSync(command, [...rest, binaries.postgres, '--version'], { stdio: 'ignore' }).status === 0;
}

/** Copies the programs to a folder that everybody may read, when nobody can't reach them where npm put them. */
function enterable(binaries: PostgresBinaries): PostgresBinaries {
  if (nobodyCan(binaries.postgres, '--version')) return binaries;
  const home = join(systemFolder, `postgres-${shortHash(binaries.home)}`);
  if (!existsSync(home)) {
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
    const draft = `${home}.${process.pid}`;
    cpSync(binaries.home, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, home);
    rmSync(draft, { recursive: true, force: true });
  }
  return { home, initdb: join(home, 'bin', 'initdb'), postgres: join(home, 'bin', 'postgres') };
}

/** Keeps the data where it was asked for if nobody can work there, or else in the system's folder for variable data. */
function enterableFolder(wanted: string): string {
  for (const folder of [wanted, join(systemFolder, `data-${shortHash(wanted)}`)]) {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    chownSync(folder, nobody.uid, nobody.gid);
    if (nobodyCan('test', '-w', folder)) return folder;
    rmSync(folder, { recursive: true });
  }
  throw new Error(`nobody can write neither in ${wanted} nor below ${systemFolder}`);
}

const systemFolder = '/var/lib/guichet';

function nobodyCan(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', cwd: '/', ...nobody }).status === 0;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
