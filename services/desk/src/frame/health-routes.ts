import { checkDatabase } from '@guichet/casework';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv } from './desk-env.ts';

/** Tells whether the desk is alive, and whether it can work: its database answers. */
export function healthRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    try {
      await checkDatabase(deps.ctx);
      return c.text('ready');
    } catch {
      return c.text('not ready', 503);
    }
  });
  return app;
}
