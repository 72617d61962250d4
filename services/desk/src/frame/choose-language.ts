import { languageOr } from '@guichet/kernel';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { DeskEnv } from './desk-env.ts';

const cookie = 'guichet-language';

/** Settles the language of the page: the link just followed, else the last one followed, else the account's own, else French. */
export function chooseLanguage({ https }: { https: boolean }): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const asked = c.req.query('lang');
    if (asked !== undefined && c.req.method === 'GET') {
      setCookie(c, cookie, languageOr(asked), {
        path: '/',
        httpOnly: true,
        sameSite: 'Strict',
        secure: https,
      });
      const url = new URL(c.req.url);
      url.searchParams.delete('lang');
      return c.redirect(`${url.pathname}${url.search}`, 303);
    }
    c.set('language', languageOr(getCookie(c, cookie) ?? c.get('staff')?.language));
    return next();
  };
}
