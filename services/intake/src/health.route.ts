import { Hono } from 'hono';
import type { DoorDeps, DoorEnv } from './door.ts';

/** Tells machines whether the door lives, whether it can do its work, what not to index, and where to report a weakness. */
export function healthRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const readiness = await deps.readiness();
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
  app.get('/robots.txt', (c) =>
    c.text(
      'User-agent: *\nDisallow: /requests\nDisallow: /confirmation\nDisallow: /status\nDisallow: /api/\nDisallow: /phone/\n',
    ),
  );
  return app;
}
