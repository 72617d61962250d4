import { spawn } from 'node:child_process';

export interface Run {
  program: string;
  args: readonly string[];
  folder: string;
  path: string;
  timeoutMs: number;
}

export type Ran =
  | { kind: 'printed'; printed: Buffer }
  | { kind: 'failed'; why: 'not-started' | 'failed' | 'slow' | 'too-long' };

/** Unit: bytes. Far more than anyone says in two minutes. */
const printedMax = 64 * 1024;

/**
 * Runs a program without a shell and gives what it printed.
 *
 * Guarantee: never throws for what the program does; one that runs too long or prints too much is ended with all it started;
 *   of our own environment it gets the search path alone.
 */
export function runProgram({ program, args, folder, path, timeoutMs }: Run): Promise<Ran> {
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
    const end = (ran: Ran) => {
      clearTimeout(timer);
      if (child.pid !== undefined && child.exitCode === null) {
        try {
          process.kill(-child.pid, 'SIGKILL');
        } catch {
          // It ended meanwhile.
        }
      }
      child.stdout.destroy();
      resolve(ran);
    };
    const timer = setTimeout(() => end({ kind: 'failed', why: 'slow' }), timeoutMs);
    child.on('error', () => end({ kind: 'failed', why: 'not-started' }));
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > printedMax) end({ kind: 'failed', why: 'too-long' });
      else parts.push(part);
    });
    child.on('close', (code) =>
      end(
        code === 0 ? { kind: 'printed', printed: Buffer.concat(parts) } : { kind: 'failed', why: 'failed' },
      ),
    );
  });
}
