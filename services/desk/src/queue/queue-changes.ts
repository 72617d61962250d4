import type { Permission } from '@guichet/casework';
import { second } from '@guichet/kernel';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { DeskRequest } from '../frame/desk-env.ts';
import { staffOf } from '../session/require-staff.ts';
import type { QueueWatch } from './watch-queue.ts';

/** A stream that says nothing for longer is cut by what lies between. Unit: milliseconds. */
const silenceMax = 25 * second;
/** Then the browser asks again, and who asks is looked at again. Unit: milliseconds. */
const lifeMs = 240 * second;

/** What a stream tells besides, until it ends. */
export type AlsoTelling = (stream: SSEStreamingApi, ended: AbortSignal) => Promise<void>;

/**
 * Tells an open page, as server-sent events, that it is no longer as it was drawn.
 *
 * Guarantee: the first word comes at once, so that what happened while the page was on its way is not missed; says that
 *   something changed and nothing else, but for what it also tells.
 */
export function queueChanges(
  c: DeskRequest,
  watch: QueueWatch,
  closing?: AbortSignal,
  permission: Permission = 'queue.list',
  also?: AlsoTelling,
): Response {
  const { actor } = staffOf(c, permission);
  return tellChanges(c, (seen, signal) => watch.next(actor, seen, signal), closing, also);
}

/** Tells an open page that it is no longer as it was drawn, each time that what it shows has another mark. */
export function tellChanges(
  c: DeskRequest,
  next: (seen: string, signal: AbortSignal) => Promise<string>,
  closing?: AbortSignal,
  also?: AlsoTelling,
): Response {
  c.header('x-accel-buffering', 'no');
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const ends = [gone.signal, AbortSignal.timeout(lifeMs), ...(closing ? [closing] : [])];
    const ended = AbortSignal.any(ends);
    const telling = also?.(stream, ended);
    let seen = '';
    while (!ended.aborted) {
      const signal = AbortSignal.any([ended, AbortSignal.timeout(silenceMax)]);
      const mark = await next(seen, signal);
      if (mark === seen) await stream.write(':\n\n');
      else await stream.writeSSE({ event: 'changed', data: 'queue' });
      seen = mark;
    }
    await telling;
  });
}
