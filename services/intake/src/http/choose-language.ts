import { type Language, languages } from '@guichet/kernel';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { DoorEnv } from '../door.ts';

const cookie = 'guichet-language';
const secondsKept = 365 * 24 * 3600;

/**
 * Chooses the language of a page: `?lang=` for this page and those after it, else the one chosen before, else French.
 *
 * Source: Charter of the French language: a body of the State addresses everyone in French until another choice is made
 */
export function chooseLanguage({ https }: { https: boolean }): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    const asked = languageOf(c.req.query('lang'));
    if (asked)
      setCookie(c, cookie, asked, {
        path: '/',
        sameSite: 'Lax',
        secure: https,
        httpOnly: true,
        maxAge: secondsKept,
      });
    c.set('language', asked ?? languageOf(getCookie(c, cookie)) ?? 'fr');
    c.header('vary', 'Cookie');
    await next();
  };
}

function languageOf(value: string | undefined): Language | undefined {
  return languages.find((language) => language === value);
}
