import { listMine, listNotices, listProposals, listQueue, may, takeNext } from '@guichet/casework';
import { parseReference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { nextHref } from '../next/next-href.ts';
import { nextTold } from '../next/next-told.ts';
import { staffOf } from '../session/require-staff.ts';
import { readCursor, writeCursor } from './queue-cursor.ts';
import { queueChanges } from './queue-changes.ts';
import { QueuePage, type QueuePageProps } from './queue-page.tsx';
import { watchQueue } from './watch-queue.ts';

const pageRows = 50;

/** Shows the queue, finds a case by its reference, and gives the agent the next case. */
export function queueRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const watch = watchQueue(deps.ctx);

  app.get('/', (c) => {
    const { desk, work } = words(c.get('language'));
    const toldBy = new Map([
      ['empty', desk.queue.nothingToTake],
      ['transferred', work.transferred],
    ]);
    const told = toldBy.get(c.req.query('told') ?? '');
    const why = nextTold(c) ?? told;
    return queuePage(c, why === undefined ? {} : { told: why });
  });

  app.get('/queue/changes', (c) => queueChanges(c, watch, deps.closing));

  app.get('/cases', (c) => {
    const text = (c.req.query('reference') ?? '').trim().slice(0, 40);
    const reference = parseReference(text);
    if (reference) return c.redirect(`/cases/${reference}`, 303);
    if (text === '') return c.redirect('/', 303);
    return queuePage(
      c,
      { searched: { text, problem: words(c.get('language')).work.queue.badReference } },
      422,
    );
  });

  app.post('/assignments', async (c) => {
    const { ctx } = staffOf(c);
    return c.redirect(nextHref(await takeNext(ctx)), 303);
  });
  return app;
}

async function queuePage(c: DeskRequest, extra: Partial<QueuePageProps>, status = 200): Promise<Response> {
  const { ctx, actor } = staffOf(c);
  const language = c.get('language');
  const after = readCursor(c.req.query('after'));
  const view = await listQueue(ctx, { limit: pageRows, ...(after ? { after } : {}) });
  const takes = may(actor, 'case.take');
  const last = view.rows.length === pageRows ? view.rows.at(-1) : undefined;
  return draw(
    c,
    {
      title: words(language).desk.queue.title,
      current: 'queue',
      status,
      hasErrors: extra.searched !== undefined,
      here: '/',
    },
    <QueuePage
      language={language}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      now={ctx.clock.now()}
      view={view}
      mine={takes ? await listMine(ctx) : []}
      proposals={await listProposals(ctx)}
      takes={takes}
      further={after !== undefined}
      {...(last ? { moreHref: `/?after=${writeCursor(last)}` } : {})}
      notices={takes ? await listNotices(ctx) : []}
      {...extra}
    />,
  );
}
