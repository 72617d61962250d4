import { saveDraft } from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { requireFormToken } from '../http/form-token.ts';
import { readForm } from '../http/read-form.ts';
import { draftCookie } from './draft-cookie.ts';
import { hrefOf } from './open-draft.ts';

/** Unit: bytes. */
const bytesMax = 16 * 1024;

/** Starts a draft of a service and goes to its first question. */
export function startRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  app.post('/services/:code/requests', async (c) => {
    const service = deps.desk.catalogue.find(c.req.param('code'));
    if (!service) throw new DeskError('not-found', 'unknown-service');
    requireFormToken(deps.desk.keyring, 'start', await readForm(c, bytesMax));
    const { code, version } = service.definition;
    const id = await saveDraft(deps.desk, {
      service: code,
      version,
      channel: 'web',
      language: c.get('language'),
      content: { answers: {}, skipped: [] },
    });
    draftCookie.give(deps, c, id);
    return c.redirect(hrefOf(service.next({}, new Set())?.key), 303);
  });
  // Where the language link of an error leads back to.
  app.get('/services/:code/requests', (c) => c.redirect(`/services/${c.req.param('code')}`, 303));
  return app;
}
