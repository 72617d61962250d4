import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const name = 'guichet-desk';

/** Keeps an opaque token in a cookie that scripts, other sites and plain http can't read. */
export interface TokenCookie {
  read(c: Context): string | undefined;
  write(c: Context, token: string): void;
  clear(c: Context): void;
}

/**
 * Makes the cookie of staff sessions; a browser session long unless told otherwise, since the server decides when it ends.
 *
 * Guarantee: by https its name starts with `__Host-`, so no other host or path can set it.
 * Source: RFC 6265bis §4.1.3; OWASP ASVS 5.0 §3.3
 */
export function sessionCookie(
  { https }: { https: boolean },
  suffix = '',
  maxAgeSeconds?: number,
): TokenCookie {
  const full = `${https ? '__Host-' : ''}${name}${suffix}`;
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', secure: https } as const;
  const life = maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds };
  return {
    read: (c) => getCookie(c, full),
    write: (c, token) => setCookie(c, full, token, { ...options, ...life }),
    clear: (c) => void deleteCookie(c, full, options),
  };
}
