import {
  draftKey,
  findAcceptance,
  findDraft,
  listLiveCalls,
  may,
  readCallMarks,
  readLiveCall,
} from '@guichet/casework';
import { isDeskError } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { queueChanges } from '../queue/queue-changes.ts';
import { watchQueue } from '../queue/watch-queue.ts';
import { staffOf } from '../session/require-staff.ts';
import { CallPage, type CallPageProps } from './call-page.tsx';
import { CallsPage } from './calls-page.tsx';
import { requestRoutes } from './request-routes.tsx';

/** Shows the calls that a person is asked to take, and lets them go on with the caller's request. */
export function callRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const watch = watchQueue(deps.ctx, readCallMarks);

  app.get('/calls', async (c) => {
    const { ctx } = staffOf(c, 'call.list');
    const language = c.get('language');
    return draw(
      c,
      { title: words(language).work.calls.title, current: 'calls' },
      <CallsPage
        language={language}
        catalogue={ctx.catalogue}
        now={ctx.clock.now()}
        calls={await listLiveCalls(ctx)}
      />,
    );
  });

  app.get('/calls/changes', (c) => queueChanges(c, watch, deps.closing, 'call.list'));

  app.get('/calls/:id', (c) => callPage(c, {}));

  app.post('/calls/:id/revelation', async (c) => {
    const purpose = textOf(c.get('form'), 'purpose');
    try {
      return await callPage(c, { revealedFor: purpose });
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      return callPage(c, { problem: { message: errorWords(error, c.get('language')), text: purpose } }, 422);
    }
  });
  app.route('/', requestRoutes());
  return app;
}

async function callPage(c: DeskRequest, extra: Partial<CallPageProps>, status = 200): Promise<Response> {
  const { ctx, actor } = staffOf(c, 'call.take');
  const language = c.get('language');
  const call = await readLiveCall(ctx, {
    id: idAt<'live-call'>(c),
    ...(extra.revealedFor === undefined ? {} : { revealFor: extra.revealedFor }),
  });
  const service =
    call.serviceCode === null
      ? undefined
      : ctx.catalogue.find(call.serviceCode, call.serviceVersion ?? undefined);
  const draft =
    call.madeReference === null || call.draftId === null
      ? undefined
      : await findDraft(ctx, { id: call.draftId });
  const made = draft && (await findAcceptance(ctx, draftKey(draft)));
  return draw(
    c,
    {
      title: service?.definition.name[language] ?? words(language).work.calls.title,
      current: 'calls',
      status,
      hasErrors: extra.problem !== undefined,
      here: `/calls/${call.id}`,
    },
    <CallPage
      language={language}
      csrf={c.get('csrf')}
      call={call}
      service={service}
      serves={may(actor, 'counter.serve')}
      {...(made ? { statusCode: made.statusCode } : {})}
      {...extra}
    />,
  );
}
