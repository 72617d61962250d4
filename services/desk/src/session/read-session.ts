import { randomBytes } from 'node:crypto';
import { as, findSession } from '@guichet/casework';
import type { MiddlewareHandler } from 'hono';
import type { DeskDeps, DeskEnv } from '../frame/desk-env.ts';
import { csrfOf } from './csrf.ts';
import { sessionCookie } from './session-cookie.ts';

/** Finds who is in front of the desk, if anyone, and the proof that their forms carry. */
export function readSession(deps: DeskDeps): MiddlewareHandler<DeskEnv> {
  const session = sessionCookie(deps);
  const visit = sessionCookie(deps, '-visit');
  return async (c, next) => {
    const token = session.read(c);
    const found = token === undefined ? undefined : await findSession(deps.ctx, token);
    if (token !== undefined && found) {
      c.set('staff', { ...found, token, ctx: as(deps.ctx, found.actor) });
      c.set('csrf', csrfOf(deps.ctx.keyring, token));
      return next();
    }
    // Before sign-in a cookie of its own ties the sign-in form to this browser.
    let visitor = visit.read(c);
    if (visitor === undefined) {
      visitor = randomBytes(16).toString('base64url');
      visit.write(c, visitor);
    }
    c.set('csrf', csrfOf(deps.ctx.keyring, visitor));
    return next();
  };
}
