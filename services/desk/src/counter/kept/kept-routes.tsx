import { may } from '@guichet/casework';
import { formatReference } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DeskDeps, DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { organisationOf } from '../../frame/organisation-of.ts';
import { staffOf } from '../../session/require-staff.ts';
import { saidProblems } from '../counter-form.ts';
import { serviceAtCounter } from '../service-at-counter.ts';
import { keptFormPage } from './kept-form-page.tsx';
import { keptPage } from './kept-page.tsx';
import { readKeptRequest } from './kept-request.ts';
import { pagesStamp } from './pages-stamp.ts';
import { sealingSecret } from './sealing-secret.ts';
import { type KeptTaken, takeKeptRequest } from './take-kept-request.ts';

const statuses: Record<KeptTaken['kind'], ContentfulStatusCode> = {
  accepted: 201,
  already: 200,
  incomplete: 422,
  conflict: 409,
};

/** Serves what a counter keeps to go on without network, and takes what it kept when the network is back. */
export function keptRoutes(deps: Pick<DeskDeps, 'organisation'>): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/counter/kept', (c) => {
    const { ctx } = staffOf(c, 'counter.serve');
    return keptPage(c, ctx.catalogue, organisationOf(deps).name);
  });

  app.get('/counter/kept/:service', (c) => {
    const { ctx } = staffOf(c, 'counter.serve');
    return keptFormPage(c, serviceAtCounter(ctx, c.req.param('service')));
  });

  app.get('/counter/kept-requests', (c) => {
    const { ctx, actor, name } = staffOf(c);
    // Said so that the script tells it from what another network refuses.
    if (!may(actor, 'counter.serve')) return c.json({ kind: 'signed-out' }, 403);
    return c.json({
      staff: actor.staffId,
      name,
      secret: sealingSecret(ctx.keyring, actor.staffId),
      csrf: c.get('csrf'),
      pages: pagesStamp(ctx.catalogue, c.get('language'), organisationOf(deps).name),
    });
  });

  app.post('/counter/kept-requests', async (c) => {
    const staff = staffOf(c, 'counter.serve');
    const form = c.get('form');
    const taken = await takeKeptRequest(
      staff,
      readKeptRequest(form, staff.ctx.clock.now()),
      form,
      c.get('language'),
    );
    return c.json(said(c, taken), statuses[taken.kind]);
  });
  return app;
}

/** Writes an answer for the script that sent the request: what is wrong, in the clerk's words. */
function said(c: DeskRequest, taken: KeptTaken) {
  const language = c.get('language');
  if (taken.kind === 'conflict') {
    const message = words(language).work.kept.conflicts[taken.why];
    return taken.why === 'differs'
      ? { ...taken, message: message.replace('{reference}', formatReference(taken.reference)) }
      : { ...taken, message };
  }
  if (taken.kind !== 'incomplete') return taken;
  const { kind, service, problems, refused, mend } = taken;
  const messages = saidProblems(service, problems, language).map(({ message }) => message);
  if (refused !== undefined) messages.unshift(errorWords({ code: 'invalid', publicKey: refused }, language));
  if (messages.length === 0) messages.push(words(language).work.kept.toSend);
  return { kind, problems: messages, mend };
}
