import {
  listColleagues,
  listLookers,
  listMine,
  listNotices,
  listProposals,
  listQueue,
  listTeams,
  listViews,
  may,
  readFilter,
  takeNext,
  writeFilter,
} from '@guichet/casework';
import { parseReference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { nextHref } from '../next/next-href.ts';
import { nextTold } from '../next/next-told.ts';
import { staffOf } from '../session/require-staff.ts';
import { readOutcome } from './act-outcome.ts';
import { actRoutes } from './act-routes.ts';
import { lookersOf } from './lookers-of.ts';
import { lookingRoutes } from './looking-routes.ts';
import { readCursor, writeCursor } from './queue-cursor.ts';
import { queueChanges } from './queue-changes.ts';
import { QueuePage, type QueuePageProps } from './queue-page.tsx';
import { tellLookers } from './tell-lookers.ts';
import { watchLookers } from './watch-lookers.ts';
import { watchQueue } from './watch-queue.ts';

const pageRows = 50;

/** Shows the queue, opens a case by its reference, and gives the agent the next case. */
export function queueRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const [watch, lookers] = [watchQueue(deps.ctx), watchLookers(deps.ctx)];

  app.get('/', (c) => {
    const { desk, queue, work } = words(c.get('language'));
    const telling: Readonly<Record<string, string>> = {
      empty: desk.queue.nothingToTake,
      transferred: work.transferred,
      kept: queue.views.kept,
      dropped: queue.views.dropped,
    };
    const key = c.req.query('told') ?? '';
    const told = nextTold(c) ?? (Object.hasOwn(telling, key) ? telling[key] : undefined);
    return queuePage(c, told === undefined ? {} : { told });
  });

  app.get('/queue/changes', (c) =>
    queueChanges(c, watch, deps.closing, 'queue.list', (stream, ended) =>
      tellLookers(c, stream, lookers, ended),
    ),
  );

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
  app.route(
    '/',
    actRoutes(deps, (c, refused) => queuePage(c, { refused }, 422)),
  );
  app.route('/', lookingRoutes(deps, lookers));
  return app;
}

async function queuePage(c: DeskRequest, extra: Partial<QueuePageProps>, status = 200): Promise<Response> {
  const { ctx, actor } = staffOf(c);
  const language = c.get('language');
  const asked = (key: string) => c.req.query(key);
  const { refused } = extra;
  const at = refused ? refused.after : asked('after');
  const [after, filter] = [readCursor(at), refused?.filter ?? readFilter(asked)];
  const outcome = readOutcome(asked);
  const takes = may(actor, 'case.take');
  const [view, mine, notices, proposals, views, colleagues, teams, looking] = await Promise.all([
    listQueue(ctx, { limit: pageRows, after, filter }),
    takes ? listMine(ctx) : [],
    takes ? listNotices(ctx) : [],
    listProposals(ctx),
    listViews(ctx),
    listColleagues(ctx),
    listTeams(ctx),
    listLookers(ctx),
  ]);
  const last = view.rows.length === pageRows ? view.rows.at(-1) : undefined;
  const query = writeFilter(filter);
  return draw(
    c,
    {
      title: words(language).desk.queue.title,
      current: 'queue',
      status,
      hasErrors: extra.searched !== undefined || refused !== undefined,
      here: '/',
    },
    <QueuePage
      language={language}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      now={ctx.clock.now()}
      view={view}
      filter={filter}
      views={views}
      hands={{ colleagues, teams }}
      shareWith={may(actor, 'queue.share-view') ? actor.teams : []}
      mine={mine}
      notices={notices}
      proposals={proposals}
      lookers={lookersOf(looking, actor, language)}
      takes={takes}
      further={after !== undefined}
      after={at}
      {...(outcome ? { outcome } : {})}
      {...(last ? { moreHref: `/?${query === '' ? '' : `${query}&`}after=${writeCursor(last)}` } : {})}
      {...extra}
    />,
  );
}
