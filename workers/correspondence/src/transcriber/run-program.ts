import { spawn } from 'node:child_process';

export interface Run {
  program: string;
  args: readonly string[];
  folder: string;
  path: string;
  timeoutMs: number;
  /** Aborted when the program must end before its time. */
  signal?: AbortSignal | undefined;
}

export type Failure = 'not-started' | 'failed' | 'slow' | 'too-long' | 'stopped';
export type Ran = { kind: 'printed'; printed: Buffer } | { kind: 'failed'; why: Failure };

/** Unit: bytes. Far more than anyone says in two minutes. */
const printedMax = 64 * 1024;

/**
 * Runs a program without a shell and gives what it printed.
 *
 * Guarantee: never throws for what the program does; whatever it started ends with it, whether it ends by itself or is ended
 *   for running too long, printing too much, or because `signal` is aborted; of our own environment it gets the search path alone.
 */
export function runProgram({ program, args, folder, path, timeoutMs, signal }: Run): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { PATH: path, LANG: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'ignore'],
      // A group of its own, so that what it starts ends with it.
      detached: true,
    });
    const parts: Buffer[] = [];
    let size = 0;
    const fail = (why: Failure) => end({ kind: 'failed', why });
    const stop = () => fail('stopped');
    const end = (ran: Ran) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      endGroup(child.pid);
      child.stdout.destroy();
      resolve(ran);
    };
    const timer = setTimeout(() => fail('slow'), timeoutMs);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    child.on('error', () => fail('not-started'));
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > printedMax) fail('too-long');
      else parts.push(part);
    });
    // What it left running may hold its output open: nobody waits for that.
    child.on('exit', () => endGroup(child.pid));
    child.on('close', (code) =>
      code === 0 ? end({ kind: 'printed', printed: Buffer.concat(parts) }) : fail('failed'),
    );
  });
}

/** A group keeps its number while anyone is in it, also when the one that began it is gone. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
