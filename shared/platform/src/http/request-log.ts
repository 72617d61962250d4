import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from '../create-logger.ts';
import type { HttpEnv } from './http-env.ts';

/**
 * Gives each request an id, tells it in `x-request-id`, and logs one line when the answer is ready.
 *
 * Guarantee: the line holds the route's pattern, never the address: no reference, no name, no query.
 */
export function requestLog(
  log: Logger,
  now: () => number = () => performance.now(),
): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const requestId = randomUUID();
    const startedAt = now();
    c.set('requestId', requestId);
    c.header('x-request-id', requestId);
    await next();
    const { status } = c.res;
    const ms = Math.round(now() - startedAt);
    const fields = {
      event: 'http.answered',
      requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status,
      ms,
    };
    if (status >= 500) log.error(fields);
    else log.info(fields);
  };
}
