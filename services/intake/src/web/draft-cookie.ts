import { timingSafeEqual } from 'node:crypto';
import { type DraftId, isId } from '@guichet/kernel';
import type { Keyring } from '@guichet/platform';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { DoorDeps } from '../door.ts';

/**
 * Where a browser keeps which draft it is filling in: the draft's id and a proof that we gave it.
 *
 * Guarantee: an id read in a history or a log opens nothing; forgotten when the browser closes, for shared computers.
 */
export const draftCookie = {
  give(deps: DoorDeps, c: Context, id: DraftId): void {
    setCookie(c, cookieName(deps), `${id}.${proofOf(deps.desk.keyring, id)}`, attributes(deps));
  },
  read(deps: DoorDeps, c: Context): DraftId | undefined {
    const [id = '', proof = ''] = (getCookie(c, cookieName(deps)) ?? '').split('.');
    if (!isId(id)) return undefined;
    const wanted = Buffer.from(proofOf(deps.desk.keyring, id));
    const given = Buffer.from(proof);
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? (id as DraftId) : undefined;
  },
  forget(deps: DoorDeps, c: Context): void {
    deleteCookie(c, cookieName(deps), attributes(deps));
  },
};

/** Browsers take the `__Host-` prefix over https only. */
function cookieName({ publicUrl }: DoorDeps): string {
  return publicUrl.startsWith('https:') ? '__Host-guichet-draft' : 'guichet-draft';
}

function attributes({ publicUrl }: DoorDeps) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: publicUrl.startsWith('https:') } as const;
}

function proofOf(keyring: Keyring, id: string): string {
  return keyring.blindIndex('draft-cookie', id).toString('base64url');
}
