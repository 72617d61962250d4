import type { MiddlewareHandler } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { keepForm } from './kept-form.tsx';
import { parseForm } from './read-form.ts';
import { signInPage } from './session-routes.tsx';

/** What stands in the hall has no staff before it: its pages ask who they are themselves. */
const open =
  /^\/(sign-in|session|session\/end|healthz|readyz|static\/.*|counter\/(board|kiosk|screen|device)(\/.*)?)$/;

/** All that a temporary password opens. */
const temporary = /^\/account(\/password)?$/;

/**
 * Lets only signed-in staff past; others sign in first and then go on where they were.
 *
 * Guarantee: what was typed before a session ended is not lost: it travels with the sign-in form, and is sent again only
 *   by its author's hand.
 */
export function gate(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (c.get('staff')?.mustChangePassword && !temporary.test(c.req.path) && !open.test(c.req.path))
      return c.redirect('/account', 303);
    if (c.get('staff') || open.test(c.req.path)) return next();
    // A script of ours reads no page.
    if (c.req.header('accept') === 'application/json') return c.json({ kind: 'signed-out' }, 401);
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(
        pathname === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(pathname + search)}`,
        303,
      );
    }
    return signInPage(c, { kept: keepForm(c.req.path, await parseForm(c.req.raw)) }, 403);
  };
}
