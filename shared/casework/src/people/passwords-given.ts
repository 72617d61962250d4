import { DeskError, day, type StaffId } from '@guichet/kernel';
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
 * Refuses two persons as two, when one person may have signed in as both of late: one of them, or a third.
 *
 * Guarantee: however many accounts lie between, each opened by a password that the one before gave.
 * Errors: not-allowed — one gave the other a password in the last thirty days, or somebody gave both theirs, themself or through others.
 * Source: decision 0032
 */
export async function requireTwoHands(tx: DeskTx, one: string, other: string): Promise<void> {
  const since = new Date(tx.now.getTime() - oneHandMs);
  // Each with whoever may have signed in as them; union, so that who gave each other passwords is no circle.
  const [found] = await tx.sql`
    with recursive may_be (who, giver) as (
      select person, person from unnest(${[one, other]}::uuid[]) person
      union
      select m.who, g.given_by from may_be m join password_given g on g.staff_id = m.giver and g.given_at > ${since}
    )
    select 1 from may_be a join may_be b on b.giver = a.giver where a.who = ${one} and b.who = ${other} limit 1`;
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
