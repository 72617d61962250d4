import { listBatches, listChecks, listLetters, receiveBatch } from '@guichet/casework';
import { isDeskError } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import { readUpload } from '@guichet/platform/http';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { filesOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { checkRoutes } from './check-routes.tsx';
import { figuresRoutes } from './figures-routes.tsx';
import { letterRoutes } from './letter-routes.tsx';
import { MailroomPage } from './mailroom-page.tsx';
import { settledBefore } from './settled-before.ts';

/**
 * Receives scanned files and shows what waits in the mailroom.
 *
 * Unit: `sampleShare` of the sure fields, and of those that people keyed, that are keyed once more blind: 0 to 1
 */
export function mailroomRoutes({ sampleShare: share = 0 }: Pick<DeskDeps, 'sampleShare'>): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/mailroom', (c) => {
    const { mailroom } = words(c.get('language')).work;
    const told: Readonly<Record<string, string>> = {
      received: mailroom.received,
      already: mailroom.already,
      aside: mailroom.settledAside,
    };
    return mailroomPage(c, settledBefore(c).told ?? told[c.req.query('told') ?? '']);
  });

  app.post('/mailroom/batches', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.receive');
    const language = c.get('language');
    const files = filesOf(c.get('form'), 'file');
    if (files.length === 0) return mailroomPage(c, undefined, words(language).work.mailroom.chooseFile);
    let fresh = 0;
    try {
      // All are looked at before any is kept: a wrong one among several loses nothing and doubles nothing.
      const uploads = await Promise.all(files.map(readUpload));
      for (const upload of uploads) {
        const received = await receiveBatch(ctx, { ...upload, source: 'upload' });
        if (received.kind === 'received') fresh += 1;
      }
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      return mailroomPage(c, undefined, errorWords(error, language));
    }
    return c.redirect(`/mailroom?told=${fresh > 0 ? 'received' : 'already'}`, 303);
  });

  app.route('/', letterRoutes({ share }));
  app.route('/', checkRoutes());
  app.route('/', figuresRoutes({ share }));
  return app;
}

async function mailroomPage(c: DeskRequest, told: string | undefined, problem?: string): Promise<Response> {
  const { ctx } = staffOf(c);
  const language = c.get('language');
  return draw(
    c,
    {
      title: words(language).stations.mailroom.title,
      current: 'mailroom',
      hasErrors: problem !== undefined,
      status: problem === undefined ? 200 : 422,
      here: '/mailroom',
    },
    <MailroomPage
      language={language}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      now={ctx.clock.now()}
      letters={await listLetters(ctx)}
      checks={await listChecks(ctx)}
      batches={await listBatches(ctx)}
      {...(told === undefined ? {} : { told })}
      {...(problem === undefined ? {} : { problem })}
    />,
  );
}
