import { timingSafeEqual } from 'node:crypto';
import { type CaseId, isId, minute } from '@guichet/kernel';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { DoorDeps } from '../door.ts';

/** How long a proof opens the pages of a case after the last of them was asked for. */
const opensForMs = 10 * minute;

/**
 * Where a browser keeps which case it proved to be its person's.
 *
 * Guarantee: opens only what we gave it for, until ten minutes go by without a page or the person has finished; forgotten when the
 *   browser closes. For shared computers.
 */
export const caseCookie = {
  give(deps: DoorDeps, c: Context, id: CaseId): void {
    const until = String(deps.desk.clock.now().getTime() + opensForMs);
    setCookie(c, nameOf(deps), `${id}.${until}.${proofOf(deps, id, until)}`, attributes(deps));
  },
  read(deps: DoorDeps, c: Context): CaseId | undefined {
    const [id = '', until = '', proof = ''] = (getCookie(c, nameOf(deps)) ?? '').split('.');
    if (!isId(id) || !(Number(until) > deps.desk.clock.now().getTime())) return undefined;
    const [wanted, given] = [Buffer.from(proofOf(deps, id, until)), Buffer.from(proof)];
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? (id as CaseId) : undefined;
  },
  forget(deps: DoorDeps, c: Context): void {
    deleteCookie(c, nameOf(deps), attributes(deps));
  },
};

function attributes({ publicUrl }: DoorDeps) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: publicUrl.startsWith('https:') } as const;
}

/** Browsers take the `__Host-` prefix over https only. */
function nameOf({ publicUrl }: DoorDeps): string {
  return publicUrl.startsWith('https:') ? '__Host-guichet-case' : 'guichet-case';
}

function proofOf({ desk }: DoorDeps, id: string, until: string): string {
  return desk.keyring.blindIndex('case-cookie', `${id}.${until}`).toString('base64url');
}
