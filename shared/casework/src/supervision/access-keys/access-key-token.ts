import { createHash, randomBytes } from 'node:crypto';

const form = /^(guichet_[0-9a-f]{8})_[A-Za-z0-9_-]{43}$/;

/**
 * Makes a key that programs show: a part that is kept and shown, and 256 random bits.
 *
 * Shape: `guichet_1f2e3d4c_…`, so that whoever looks for secrets in a text finds it
 */
export function newToken(): { token: string; hint: string } {
  const hint = `guichet_${randomBytes(4).toString('hex')}`;
  return { token: `${hint}_${randomBytes(32).toString('base64url')}`, hint };
}

/** Gives the part of a key that is shown; undefined for what can't be a key. */
export function hintOf(token: string): string | undefined {
  return form.exec(token)?.[1];
}

/** Gives what is kept of a key. A slow hash guards passwords, which can be guessed; 256 random bits can't. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
