import { timingSafeEqual } from 'node:crypto';
import { type CaseId, hour, isId, minute } from '@guichet/kernel';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { DoorDeps } from '../door.ts';

/** How long a proof opens the pages of a case after the last of them was asked for, and at most. */
const opensForMs = 10 * minute;
const opensForMsMax = hour;

/** A case that a browser has open, and when its proof serves no more. Unit: milliseconds since 1970 */
export interface CaseOpened {
  id: CaseId;
  endsAt: number;
}

/**
 * Where a browser keeps which case it proved to be its person's.
 *
 * Guarantee: opens only what we gave it for, until ten minutes go by without a page, an hour is over or the person has finished; forgotten
 *   when the browser closes. For shared computers.
 */
export const caseCookie = {
  give(deps: DoorDeps, c: Context, id: CaseId): void {
    write(deps, c, { id, endsAt: deps.desk.clock.now().getTime() + opensForMsMax });
  },
  read(deps: DoorDeps, c: Context): CaseOpened | undefined {
    const [id = '', until = '', ends = '', proof = ''] = (getCookie(c, nameOf(deps)) ?? '').split('.');
    if (!isId(id) || !(Number(until) > deps.desk.clock.now().getTime())) return undefined;
    const [wanted, given] = [Buffer.from(proofOf(deps, id, until, ends)), Buffer.from(proof)];
    const isOurs = given.length === wanted.length && timingSafeEqual(given, wanted);
    return isOurs ? { id: id as CaseId, endsAt: Number(ends) } : undefined;
  },
  /** Keeps it open for another while, never past its end. */
  prolong: write,
  forget(deps: DoorDeps, c: Context): void {
    deleteCookie(c, nameOf(deps), attributes(deps));
  },
};

function write(deps: DoorDeps, c: Context, { id, endsAt }: CaseOpened): void {
  const until = String(Math.min(deps.desk.clock.now().getTime() + opensForMs, endsAt));
  const ends = String(endsAt);
  setCookie(c, nameOf(deps), [id, until, ends, proofOf(deps, id, until, ends)].join('.'), attributes(deps));
}

function attributes({ publicUrl }: DoorDeps) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: publicUrl.startsWith('https:') } as const;
}

/** Browsers take the `__Host-` prefix over https only. */
function nameOf({ publicUrl }: DoorDeps): string {
  return publicUrl.startsWith('https:') ? '__Host-guichet-case' : 'guichet-case';
}

function proofOf({ desk }: DoorDeps, id: string, until: string, ends: string): string {
  return desk.keyring.blindIndex('case-cookie', `${id}.${until}.${ends}`).toString('base64url');
}
