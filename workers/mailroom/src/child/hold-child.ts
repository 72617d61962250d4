import type { ChildProcessByStdio } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { type Frame, readFrames, writeFrame } from './frames.ts';

/** Why a child ended before it answered. */
export class ChildEnded extends Error {
  override readonly name = 'ChildEnded';
  readonly why: 'time' | 'memory' | 'crash';

  constructor(why: ChildEnded['why']) {
    super(`the child ended: ${why}`);
    this.why = why;
  }
}

/** A child that works on one file. */
export interface ScanChild {
  readonly pid: number | undefined;
  readonly ended: Promise<void>;
  /**
   * Asks one thing and waits for the answer.
   *
   * Unit: milliseconds. Errors: ChildEnded — it crashed, took too long or too much, and is gone.
   */
  ask(head: unknown, withinMs: number, body?: Uint8Array): Promise<Frame>;
  /** Ends it at once; it holds nothing that could be lost. */
  end(): void;
}

/** Unit: milliseconds between two looks at the memory of a child. */
const lookEveryMs = 50;

/** Watches over a child: it is killed when it holds more than `bytesMax` or does not answer in time. */
export function holdChild(
  process: ChildProcessByStdio<Writable, Readable, null>,
  bytesMax: number,
): ScanChild {
  const frames = readFrames(process.stdout);
  let why: ChildEnded['why'] = 'crash';
  const kill = (reason: ChildEnded['why']) => {
    why = reason;
    process.kill('SIGKILL');
  };
  const ended = new Promise<void>((resolve) => {
    process.once('exit', () => resolve());
    process.once('error', () => resolve());
  });
  const look = setInterval(() => {
    if (process.pid !== undefined && heldBy(process.pid) > bytesMax) kill('memory');
  }, lookEveryMs);
  void ended.then(() => clearInterval(look));
  // A child that ended takes no more; that it ended is told by `ask`.
  process.stdin.on('error', () => undefined);
  return {
    pid: process.pid,
    ended,
    async ask(head, withinMs, body = new Uint8Array()) {
      const limit = setTimeout(() => kill('time'), withinMs);
      try {
        writeFrame(process.stdin, head, body);
        const { value } = await frames.next();
        if (value !== undefined) return value;
      } catch {
        // What it said could not be understood: it is not to be asked again.
      } finally {
        clearTimeout(limit);
      }
      process.kill('SIGKILL');
      await ended;
      throw new ChildEnded(why);
    },
    end: () => void process.kill('SIGKILL'),
  };
}

/** Unit: bytes. Nothing where the system does not tell; the limit that the child was started with still holds. */
function heldBy(pid: number): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
