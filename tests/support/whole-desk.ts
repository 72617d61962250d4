import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, openPidFiles } from '@guichet/infra/embedded';
import { eventually } from './eventually.ts';

/** All of Guichet as `npm start` runs it, in a folder and on ports of its own. */
export interface WholeDesk {
  readonly publicUrl: string;
  readonly deskUrl: string;
  /** What its processes were told: keys, URLs, folders. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Milliseconds from `npm start` to both doors ready. */
  readonly readyAfterMs: number;
  /** Process id by name: `intake`, `desk`, `relay`, `mailroom`, `postgres`, `redis`… as they run now. */
  pidOf(name: string): number;
  /** Everything printed so far. */
  printed(): string;
  stop(): Promise<{ code: number | null; left: string[] }>;
}

export interface WholeDeskOptions {
  folder?: string;
  environment?: Record<string, string>;
}

const root = resolve(import.meta.dirname, '../..');

/** Starts everything by the command of the README and waits until it says that all is ready. */
export async function startWholeDesk(options: WholeDeskOptions = {}): Promise<WholeDesk> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'guichet-whole-'));
  const [port, deskPort] = [await freePort(), await freePort()];
  const from = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/embedded/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      GUICHET_DATA: folder,
      PORT: String(port),
      DESK_PORT: String(deskPort),
      LANG: 'en_CA.UTF-8',
      // Which fields of a letter are keyed blind is drawn at random: not in a test.
      MAILROOM_SAMPLE_SHARE: '0',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (text += piece.toString()));
  await eventually(
    () => {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${text}`);
      return /All is ready/.test(text);
    },
    { what: () => `the desk to be ready:\n${text}`, withinMs: 240_000 },
  ).catch(async (error: unknown) => {
    await endOf(child);
    throw error;
  });
  const readyAfterMs = performance.now() - from;
  const environment = JSON.parse(readFileSync(join(folder, 'environment.json'), 'utf8')) as Record<
    string,
    string
  >;
  const pids = openPidFiles(join(folder, 'run'));
  return {
    publicUrl: `http://localhost:${port}`,
    deskUrl: `http://localhost:${deskPort}`,
    environment,
    folder,
    readyAfterMs,
    pidOf(name) {
      const found = pids.alive().find((known) => known.name === name);
      if (!found)
        throw new Error(
          `no process ${name} among ${pids
            .alive()
            .map((known) => known.name)
            .join(', ')}`,
        );
      return found.pid;
    },
    printed: () => text,
    async stop() {
      const code = await endOf(child);
      const left = pids.alive().map(({ name }) => name);
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
      return { code, left };
    },
  };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((settle) => child.once('exit', settle));
  child.kill('SIGINT');
  const code = await Promise.race([ended, wait(30_000, 'stuck' as const)]);
  if (code !== 'stuck') return code;
  child.kill('SIGKILL');
  throw new Error('npm start did not end within 30 s of Ctrl-C');
}
