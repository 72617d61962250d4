import { spawnSync } from 'node:child_process';

/** How the child is shut in: what stands before its command, and as whom it runs. */
export interface Confinement {
  /** Put before the program and its arguments. */
  prefix: readonly string[];
  owner?: { readonly uid: number; readonly gid: number };
  /** For the log. */
  ways: readonly string[];
}

const nobody = { uid: 65_534, gid: 65_534 };

/** One tool a line: what it takes away from the child. */
const tools: readonly { way: string; prefix: (dataBytesMax: number) => readonly string[] }[] = [
  // No core dump with somebody's letter in it, and no more memory than allowed even between two looks at it.
  { way: 'limits', prefix: (bytes) => ['prlimit', '--core=0', `--data=${bytes}`, '--'] },
  // A user namespace of its own without rights, and a network with nothing on it.
  { way: 'no-network', prefix: () => ['unshare', '--user', '--net', '--'] },
  // No new rights by any program it may start, and an end with its parent's, however that ends.
  { way: 'ends-with-us', prefix: () => ['setpriv', '--no-new-privs', '--pdeathsig', 'KILL', '--'] },
];

/**
 * Chooses what this machine can take away from the child: where a tool is missing the rest still holds.
 *
 * Shape: root becomes nobody, provided nobody can reach what the child must read (`reaches`)
 * Source: infra/decisions/0001 for the same question about PostgreSQL
 */
export function confine(reaches: readonly string[], dataBytesMax: number): Confinement {
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot && canRead(reaches, nobody) ? nobody : undefined;
  const held = tools
    .map(({ way, prefix }) => ({ way, prefix: prefix(dataBytesMax) }))
    .filter(({ prefix }) => works([...prefix, 'true'], owner));
  const all = held.flatMap(({ prefix }) => prefix);
  // Each works alone; should they not work together, none is worth a mailroom that reads nothing.
  const together = all.length === 0 || works([...all, 'true'], owner);
  return {
    prefix: together ? all : [],
    ways: [...(owner ? ['nobody'] : []), ...(together ? held.map(({ way }) => way) : [])],
    ...(owner === undefined ? {} : { owner }),
  };
}

function works([command = '', ...args]: readonly string[], owner: Confinement['owner']): boolean {
  return spawnSync(command, args, { stdio: 'ignore', cwd: '/', env: path(), ...owner }).status === 0;
}

function canRead(files: readonly string[], owner: NonNullable<Confinement['owner']>): boolean {
  const script = 'for (const file of process.argv.slice(1)) require("node:fs").accessSync(file)';
  const args = ['-e', script, ...files];
  return spawnSync(process.execPath, args, { stdio: 'ignore', cwd: '/', env: {}, ...owner }).status === 0;
}

const path = () => ({ PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' });

/** Gives the flags by which Node itself forbids what the child has no use for: files beyond these folders, writing, processes, threads. */
export function permissionFlags(readable: readonly string[]): string[] {
  const known = process.allowedNodeEnvironmentFlags;
  const permission = ['--permission', '--experimental-permission'].find((flag) => known.has(flag));
  if (permission === undefined) return [];
  const addons = known.has('--allow-addons') ? ['--allow-addons'] : [];
  return [permission, ...addons, ...readable.map((folder) => `--allow-fs-read=${folder}*`)];
}
