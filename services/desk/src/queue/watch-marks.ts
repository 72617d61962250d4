import { setTimeout as sleep } from 'node:timers/promises';
import { as, type DeskContext } from '@guichet/casework';

/** Unit: milliseconds. */
export const everyMs = 100;
/** Very many rows take longer to look at: then it rests this many times as long, and takes no more than its share. */
const restPerLook = 20;

export interface MarkWatch<Who> {
  /** Gives the mark of what somebody sees as soon as it is not `seen`; or `seen` when the signal aborts. */
  next(who: Who, seen: string, signal: AbortSignal): Promise<string>;
}

/**
 * Watches what changes, for all open pages at once.
 *
 * Guarantee: one look at a time, however many pages are open, and none when nobody waits.
 */
export function watchMarks<Marks, Who>(
  ctx: DeskContext,
  readMarks: (ctx: DeskContext) => Promise<Marks>,
  markOf: (marks: Marks, who: Who) => string,
  restMs = everyMs,
): MarkWatch<Who> {
  const system = as(ctx, { kind: 'system', name: 'queue-watch' });
  const waiting = new Set<(marks: Marks) => void>();
  let isLooking = false;

  const look = async (): Promise<void> => {
    isLooking = true;
    while (waiting.size > 0) {
      const from = performance.now();
      // With the database away there is nothing new to tell, and the page itself says so.
      const marks = await readMarks(system).catch(() => undefined);
      if (marks) for (const tell of waiting) tell(marks);
      await sleep(Math.max(restMs, (performance.now() - from) * restPerLook));
    }
    isLooking = false;
  };

  return {
    next: (who, seen, signal) =>
      new Promise((resolve) => {
        const settle = (mark: string) => {
          waiting.delete(tell);
          signal.removeEventListener('abort', end);
          resolve(mark);
        };
        const end = () => settle(seen);
        const tell = (marks: Marks) => {
          const mark = markOf(marks, who);
          if (mark !== seen) settle(mark);
        };
        if (signal.aborted) return resolve(seen);
        signal.addEventListener('abort', end);
        waiting.add(tell);
        if (!isLooking) void look();
      }),
  };
}
