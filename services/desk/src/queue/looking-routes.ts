import { lookAt, lookAway } from '@guichet/casework';
import { DeskError, newId, parseReference, second } from '@guichet/kernel';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { DeskDeps, DeskEnv } from '../frame/desk-env.ts';
import { staffOf } from '../session/require-staff.ts';
import { tellLookers } from './tell-lookers.ts';
import type { LookersWatch } from './watch-lookers.ts';

/** Often enough that a page still open is never taken for one that is gone. Unit: milliseconds. */
const beatMs = 10 * second;
const lifeMs = 240 * second;

/** Holds a stream for each case that is open in a page: while it lasts, colleagues are told who looks. */
export function lookingRoutes(deps: DeskDeps, lookers: LookersWatch): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/cases/:reference/lookers', async (c) => {
    const { ctx } = staffOf(c, 'case.read');
    const reference = parseReference(c.req.param('reference'));
    if (!reference) throw new DeskError('not-found', 'no-such-case');
    const page = newId<'page-open'>();
    await lookAt(ctx, { page, reference });
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort());
      const ends = [gone.signal, AbortSignal.timeout(lifeMs), ...(deps.closing ? [deps.closing] : [])];
      const ended = AbortSignal.any(ends);
      // A database that is away ends nothing: the look runs out by itself, and the next beat says it anew.
      const beat = setInterval(() => {
        void stream.write(':\n\n').catch(() => gone.abort());
        void lookAt(ctx, { page, reference }).catch(() => {});
      }, beatMs);
      try {
        await tellLookers(c, stream, lookers, ended, reference);
      } finally {
        clearInterval(beat);
        await lookAway(ctx, page).catch(() => {});
      }
    });
  });
  return app;
}
