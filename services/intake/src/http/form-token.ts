import { timingSafeEqual } from 'node:crypto';
import { csrfName, type PostedForm } from '@guichet/catalogue';
import { DeskError } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';

/** Makes the token of a form: only our own pages hold the one of a purpose (`draft:<id>`, `status`). */
export function formToken(keyring: Keyring, purpose: string): string {
  return keyring.blindIndex('form-token', purpose).toString('base64url');
}

/** Refuses a form that did not come from our own page. Errors: not-allowed, `csrf` */
export function requireFormToken(keyring: Keyring, purpose: string, form: PostedForm): void {
  const given = Buffer.from(String(form[csrfName] ?? ''));
  const wanted = Buffer.from(formToken(keyring, purpose));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new DeskError('not-allowed', 'csrf', { detail: 'the form token is missing or of another draft' });
}
