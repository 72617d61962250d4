import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { bundleChild } from './bundle-child.ts';
import { confine, type Confinement, permissionFlags } from './confine.ts';
import { holdChild, type ScanChild } from './hold-child.ts';

/** Unit: bytes of memory that a child may hold. */
const childBytesMax = 1024 * 1024 * 1024;
/** What the system itself enforces: programs and libraries count beside it. */
const dataBytesMax = childBytesMax - 160 * 1024 * 1024;
/** Unit: megabytes of JavaScript's own heap; pictures lie outside of it. */
const heapMegabytes = 256;

/** Starts the processes that open files from outside. */
export interface Scanner {
  /** How its children are shut in, for the log. */
  readonly ways: readonly string[];
  start(): Promise<ScanChild>;
  close(): Promise<void>;
}

/**
 * Prepares the program of the child and how it is shut in.
 *
 * Guarantee: a child has none of our environment, no key, a folder of its own and, where the machine allows, no name, no
 *   network and no more than `childBytesMax` of memory; it ends with its parent.
 */
export async function openScanner({
  started,
}: {
  /** Told of each child; for measuring. */
  started?: (pid: number) => void;
} = {}): Promise<Scanner> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-scan-'));
  const { file, libraries } = await bundleChild(join(folder, 'read-pages.mjs'));
  // The bundle is code that everybody may read; what comes by the pipe is not written anywhere.
  await openToAll(folder, file);
  const confinement = confine([file, ...libraries], dataBytesMax);
  const flags = permissionFlags([`${folder}/`, ...libraries]);
  const args = [...flags, `--max-old-space-size=${heapMegabytes}`, file];
  return {
    ways: [...confinement.ways, ...(flags.length > 0 ? ['permissions'] : [])],
    async start() {
      const home = await homeOf(folder, confinement);
      const child = holdChild(launch(confinement, args, home), childBytesMax);
      void child.ended.then(() => rm(home, { recursive: true, force: true }));
      if (child.pid !== undefined) started?.(child.pid);
      return child;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function openToAll(folder: string, file: string): Promise<void> {
  const { chmod } = await import('node:fs/promises');
  await chmod(folder, 0o755);
  await chmod(file, 0o644);
}

async function homeOf(folder: string, { owner }: Confinement): Promise<string> {
  const home = await mkdtemp(join(folder, 'child-'));
  if (owner !== undefined) await chown(home, owner.uid, owner.gid);
  return home;
}

function launch({ prefix, owner }: Confinement, args: readonly string[], home: string) {
  const [command = '', ...rest] = [...prefix, process.execPath, ...args];
  return spawn(command, rest, {
    cwd: home,
    // Nothing of ours is in it: no key, no address of the database. glibc's heaps are told to stay few.
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', TMPDIR: home, MALLOC_ARENA_MAX: '2' },
    stdio: ['pipe', 'pipe', 'ignore'],
    ...owner,
  });
}
