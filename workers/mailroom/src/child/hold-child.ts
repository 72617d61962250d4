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
   * Unit: milliseconds of the processor: a good file is not refused because the machine has better things to do. A child
   *   that waits without working is ended after `patience` times as long. Errors: ChildEnded — it crashed, took too long or too much, and is gone.
   */
  ask(head: unknown, withinMs: number, body?: Uint8Array): Promise<Frame>;
  /** Unit: milliseconds of the processor so far, as last seen. */
  usedMs(): number;
  /** Ends it at once; it holds nothing that could be lost. */
  end(): void;
}

const patience = 10;

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
  let usedMs = 0;
  let usedMax = Number.POSITIVE_INFINITY;
  const seeUsed = () => {
    // A process that is gone used no less than was seen of it.
    usedMs = Math.max(usedMs, process.pid === undefined ? 0 : usedBy(process.pid));
  };
  const look = setInterval(() => {
    if (process.pid !== undefined && heldBy(process.pid) > bytesMax) kill('memory');
    seeUsed();
    if (usedMs > usedMax) kill('time');
  }, lookEveryMs);
  void ended.then(() => clearInterval(look));
  // A child that ended takes no more; that it ended is told by `ask`.
  process.stdin.on('error', () => undefined);
  return {
    pid: process.pid,
    ended,
    async ask(head, withinMs, body = new Uint8Array()) {
      seeUsed();
      usedMax = usedMs + withinMs;
      const limit = setTimeout(() => kill('time'), patience * withinMs);
      try {
        writeFrame(process.stdin, head, body);
        const { value } = await frames.next();
        if (value !== undefined) return value;
      } catch {
        // What it said could not be understood: it is not to be asked again.
      } finally {
        clearTimeout(limit);
        usedMax = Number.POSITIVE_INFINITY;
        seeUsed();
      }
      process.kill('SIGKILL');
      await ended;
      throw new ChildEnded(why);
    },
    usedMs: () => usedMs,
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

/** Linux counts a process's time in hundredths of a second, whatever the machine. Source: proc(5), sysconf(_SC_CLK_TCK) */
const tickMs = 10;

/** Unit: milliseconds of the processor, by itself and what it waited for. Nothing where the system does not tell. */
function usedBy(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything: the numbers come after it.
    const [, ...numbers] = stat
      .slice(stat.lastIndexOf(')') + 1)
      .trim()
      .split(' ');
    const [user = 0, system = 0] = numbers.slice(10, 12).map(Number);
    return (user + system) * tickMs;
  } catch {
    return 0;
  }
}
