import { csrfName, type PostedForm } from '@guichet/catalogue';
import { DeskError } from '@guichet/kernel';
import type { MiddlewareHandler } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { textOf } from '../frame/text-of.ts';
import { csrfMatches } from './csrf.ts';

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * Reads a posted form once and refuses it without the proof of this session.
 *
 * Guarantee: whatever is not a form (JSON) passes only when the browser itself says that our own page sent it, with the
 *   proof in a header.
 * Errors: not-allowed, `csrf`; invalid, `form-unreadable`
 */
export function readForm(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    c.set('form', {});
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const isForm = formTypes.test(c.req.header('content-type') ?? '');
    const form = await parseForm(c.req.raw);
    const ownPage = c.req.header('sec-fetch-site') === 'same-origin';
    const proof = isForm ? textOf(form, csrfName) : ownPage ? c.req.header('x-csrf-token') : undefined;
    if (!csrfMatches(c.get('csrf'), proof)) {
      throw new DeskError('not-allowed', 'csrf', {
        detail: 'the form does not carry the proof of this session',
      });
    }
    c.set('form', form);
    return next();
  };
}

/** Reads the controls of a posted form; anything but a form has none. Errors: invalid, `form-unreadable` */
export async function parseForm(request: Request): Promise<PostedForm> {
  if (!formTypes.test(request.headers.get('content-type') ?? '')) return {};
  let data: FormData;
  try {
    data = await request.formData();
  } catch (cause) {
    throw new DeskError('invalid', 'form-unreadable', { cause });
  }
  const form = new Map<string, unknown[]>();
  for (const [name, value] of data) form.set(name, [...(form.get(name) ?? []), value]);
  return Object.fromEntries(
    [...form].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}
