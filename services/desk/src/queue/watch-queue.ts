import { setTimeout as sleep } from 'node:timers/promises';
import { as, type DeskContext, queueMark, type QueueMarks, readQueueMarks } from '@guichet/casework';
import type { SignedIn } from '../frame/desk-env.ts';

/** Unit: milliseconds. */
const everyMs = 200;
/** Very many waiting cases take longer to look at: then it rests this many times as long, and takes no more than its share. */
const restPerLook = 20;

export interface QueueWatch {
  /** Gives the mark of the actor's queue as soon as it is not `seen`; or `seen` when the signal aborts. */
  next(actor: SignedIn['actor'], seen: string, signal: AbortSignal): Promise<string>;
}

/**
 * Watches the queues, or what else changes team by team, for all open pages at once.
 *
 * Guarantee: one look at a time, however many pages are open, and none when nobody waits.
 */
export function watchQueue(ctx: DeskContext, readMarks = readQueueMarks, restMs = everyMs): QueueWatch {
  const system = as(ctx, { kind: 'system', name: 'queue-watch' });
  const waiting = new Set<(marks: QueueMarks) => void>();
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
    next: (actor, seen, signal) =>
      new Promise((resolve) => {
        const settle = (mark: string) => {
          waiting.delete(tell);
          signal.removeEventListener('abort', end);
          resolve(mark);
        };
        const end = () => settle(seen);
        const tell = (marks: QueueMarks) => {
          const mark = queueMark(marks, actor);
          if (mark !== seen) settle(mark);
        };
        if (signal.aborted) return resolve(seen);
        signal.addEventListener('abort', end);
        waiting.add(tell);
        if (!isLooking) void look();
      }),
  };
}
