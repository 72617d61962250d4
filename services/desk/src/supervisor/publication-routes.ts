import { publishService, retireService } from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';

/** Publishes a version of a service, or retires it, for a supervisor who says from when and why. */
export function publicationRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.post('/supervisor/services/:code/:version/publication', async (c) => {
    const { on, ...input } = asked(c);
    await publishService(staffOf(c).ctx, { ...input, effectiveOn: on });
    return c.redirect('/supervisor?told=published#catalogue', 303);
  });
  app.post('/supervisor/services/:code/:version/retirement', async (c) => {
    const { on, ...input } = asked(c);
    await retireService(staffOf(c).ctx, { ...input, retiredOn: on });
    return c.redirect('/supervisor?told=withdrawn#catalogue', 303);
  });
  return app;
}

function asked(c: DeskRequest) {
  const version = Number(c.req.param('version'));
  if (!Number.isInteger(version)) throw new DeskError('not-found', 'not-found');
  const form = c.get('form');
  return {
    code: c.req.param('code') ?? '',
    version,
    on: textOf(form, 'on').trim(),
    why: textOf(form, 'why'),
  };
}
