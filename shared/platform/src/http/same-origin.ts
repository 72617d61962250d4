import { DeskError } from '@guichet/kernel';
import type { Context, MiddlewareHandler } from 'hono';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send: an unsafe method whose `Sec-Fetch-Site` or `Origin` is not ours.
 *
 * Guarantee: a client that sends neither header is no browser of today, so it holds no cookie of ours by accident.
 * Errors: not-allowed, `csrf`
 * Source: Fetch Metadata; OWASP CSRF Prevention, "verifying origin"
 */
export function sameOrigin({
  publicUrl,
  except,
}: {
  publicUrl?: string;
  except?: RegExp;
}): MiddlewareHandler {
  const ours = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  return async (c, next) => {
    if (!safe.has(c.req.method) && !except?.test(c.req.path) && !isOurs(c, ours)) {
      throw new DeskError('not-allowed', 'csrf', { detail: 'the request comes from another site' });
    }
    await next();
  };
}

function isOurs(c: Context, ours: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  if (origin === undefined) return true;
  if (origin === ours) return true;
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host');
}
