import { explainTake, listTakes, putNoticesAway, skipCase, takeNext } from '@guichet/casework';
import { DeskError, formatReference, parseReference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { nextHref } from './next-href.ts';
import { TurnPage } from './turn-page.tsx';
import { WhyPage } from './why-page.tsx';

/** Passes a case on, and tells a supervisor who was given which case, and why. */
export function nextRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/cases/:reference/skip', async (c) => {
    const { ctx } = staffOf(c);
    const form = c.get('form');
    const skipped = await skipCase(ctx, {
      reference: referenceOf(c),
      why: textOf(form, 'why'),
      words: textOf(form, 'words'),
    });
    // Pressed again after an answer that was lost, it gives no case beside the one that was given then.
    if (!skipped) return c.redirect('/', 303);
    const next = await takeNext(ctx);
    return c.redirect(next.kind === 'empty' ? '/?told=skipped' : nextHref(next), 303);
  });

  app.post('/notices/seen', async (c) => {
    const until = new Date(textOf(c.get('form'), 'until'));
    if (!Number.isNaN(until.getTime())) await putNoticesAway(staffOf(c).ctx, until);
    return c.redirect('/', 303);
  });

  app.get('/supervisor/next', async (c) => {
    const { ctx } = staffOf(c, 'desk.supervise');
    const language = c.get('language');
    const report = await listTakes(ctx);
    return draw(
      c,
      { title: words(language).work.people.turn.title, current: 'supervisor' },
      <TurnPage language={language} catalogue={ctx.catalogue} report={report} />,
    );
  });

  app.get('/supervisor/next/:reference', async (c) => {
    const { ctx } = staffOf(c, 'desk.supervise');
    const language = c.get('language');
    const file = await explainTake(ctx, referenceOf(c));
    const title = words(language).work.people.turn.caseTitle(formatReference(file.reference));
    return draw(
      c,
      { title, current: 'supervisor' },
      <WhyPage language={language} catalogue={ctx.catalogue} file={file} />,
    );
  });
  return app;
}

function referenceOf(c: DeskRequest): string {
  const reference = parseReference(c.req.param('reference') ?? '');
  if (!reference) throw new DeskError('not-found', 'no-such-case');
  return reference;
}
