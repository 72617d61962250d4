import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { compactLine } from './compact-line.ts';
import type { PidFiles } from './pid-files.ts';

export interface ProcessPlan {
  readonly name: string;
  /** A TypeScript file. */
  readonly main: string;
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** An argument that proves, in the command line, that the process is of this start. */
  readonly mark: string;
}

/** What is told while a process lives. */
export interface ProcessNews {
  line(text: string): void;
  died(name: string, code: number | null, againInMs: number): void;
}

/** A process that is started again whenever it dies, until it is stopped. */
export interface KeptProcess {
  readonly name: string;
  /** Settles at its first readiness. Errors: rejects when it dies several times before that. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** Unit: milliseconds. */
const pauses = { first: 500, longest: 30_000, calmAfter: 60_000, closingMax: 12_000 };
const deathsBeforeReadyMax = 3;

/** Runs a process and runs it again when it dies, each time after a longer pause until it has lived for a minute. */
export function keepRunning(plan: ProcessPlan, pidFiles: PidFiles, news: ProcessNews): KeptProcess {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let wasReady = false;
  let deaths = 0;
  const life = new EventEmitter();
  const ready = once(life, 'ready').then(() => undefined);
  // Nobody may be waiting any more when it fails.
  ready.catch(() => {});

  const start = () => {
    const bornAt = Date.now();
    const born = launch(plan, news);
    child = born;
    if (born.pid !== undefined) pidFiles.write({ name: plan.name, pid: born.pid, mark: plan.mark });
    born.on('message', (message) => {
      if (!isReadyMessage(message)) return;
      wasReady = true;
      life.emit('ready');
    });
    born.once('exit', (code) => {
      pidFiles.forget(plan.name);
      if (stopping) return;
      deaths = Date.now() - bornAt > pauses.calmAfter ? 1 : deaths + 1;
      if (!wasReady && deaths >= deathsBeforeReadyMax) {
        life.emit('error', new Error(`${plan.name}: ${code}`));
        return;
      }
      const againInMs = Math.min(pauses.first * 2 ** (deaths - 1), pauses.longest);
      news.died(plan.name, code, againInMs);
      timer = setTimeout(start, againInMs);
    });
  };
  start();

  return {
    name: plan.name,
    ready,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      if (child !== undefined) await end(child);
      pidFiles.forget(plan.name);
    },
  };
}

function launch({ main, folder, environment, mark, name }: ProcessPlan, news: ProcessNews): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', main, mark], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A session of its own: Ctrl-C reaches the parent alone, who ends its children in order.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => news.line(compactLine(name, line)));
  }
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), pauses.closingMax);
  await gone;
  clearTimeout(limit);
}

function isReadyMessage(message: unknown): boolean {
  return typeof message === 'object' && message !== null && Reflect.get(message, 'ready') === true;
}
