import { setTimeout } from 'node:timers/promises';
import type { DeskContext } from '@guichet/casework';
import { second } from '@guichet/kernel';
import type { ProcessScope } from '@guichet/platform';
import { lookOnce, type Seen } from './look-once.ts';

const lookEveryMs = second;

/**
 * Takes the files that scanners drop in the hot folder and in folders within it, once each, and moves them to `received` or
 * `refused` beside it.
 *
 * Guarantee: a file moves only after the commit that keeps it; one still being written is left alone; the same file twice is
 *   one batch; one that can't be taken holds up no other; a database that is away leaves the files where they are.
 */
export function watchInbox(
  scope: Pick<ProcessScope, 'log' | 'onClose' | 'signal'>,
  ctx: DeskContext,
  inbox: string,
): void {
  const watching = keepLooking(scope, ctx, inbox);
  scope.onClose(() => watching);
}

async function keepLooking(
  { log, signal }: Pick<ProcessScope, 'log' | 'signal'>,
  ctx: DeskContext,
  inbox: string,
): Promise<void> {
  const seen: Seen = new Map();
  while (!signal.aborted) {
    try {
      await lookOnce({ ctx, log, inbox, seen, nowMs: performance.now() });
    } catch (error) {
      log.warn({ event: 'inbox.failed', err: error });
    }
    await setTimeout(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
}
