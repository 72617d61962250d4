import { day, DeskError, type StaffId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskTx } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** For how long who gave a password, and who got it, are one person where two are asked for. Unit: milliseconds. */
export const oneHandMs = 30 * day;
/** How long a person is told who gave them a password. Unit: milliseconds. */
const toldForMs = 90 * day;

/** Writes down who gave whom a password. */
export async function notePasswordGiven(ctx: DeskContext, tx: DeskTx, to: StaffId): Promise<void> {
  if (ctx.actor.kind !== 'staff') return;
  await tx.sql`
    insert into password_given (staff_id, given_by, given_at) values (${to}, ${ctx.actor.staffId}, ${tx.now}) on conflict do nothing`;
}

/**
 * Refuses two persons as two, when one of them may have signed in as the other of late, or one third person as both.
 *
 * Errors: not-allowed — one gave the other a password, or somebody gave both theirs, in the last thirty days.
 * Source: decision 0032
 */
export async function requireTwoHands(tx: DeskTx, one: string, other: string): Promise<void> {
  const since = new Date(tx.now.getTime() - oneHandMs);
  const [found] = await tx.sql`
    select 1 from password_given g
    where g.given_at > ${since} and g.staff_id in (${one}, ${other})
      and (g.given_by in (${one}, ${other}) or exists (
        select 1 from password_given h
        where h.given_by = g.given_by and h.given_at > ${since} and h.staff_id in (${one}, ${other}) and h.staff_id <> g.staff_id))
    limit 1`;
  if (found) throw new DeskError('not-allowed', 'one-hand');
}

/** A password that somebody else gave the actor. */
export interface PasswordGiven {
  by: string;
  at: Date;
}

/** Lists who gave the actor a password in the last ninety days, newest first. */
export function listPasswordsGiven(ctx: DeskContext): Promise<PasswordGiven[]> {
  return readAs(ctx, 'account.change', async (sql) => {
    const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    const since = new Date(ctx.clock.now().getTime() - toldForMs);
    const rows = await sql<PasswordGiven[]>`
      select s.name as by, g.given_at as at from password_given g join staff s on s.id = g.given_by
      where g.staff_id = ${me} and g.given_at > ${since} order by g.given_at desc`;
    return [...rows];
  });
}
