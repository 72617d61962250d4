import { DeskError, type StaffId } from '@guichet/kernel';
import type { DeskTx } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';

/**
 * Refuses a colleague whom the actor doesn't manage: a supervisor manages those all of whose teams are their own; who answers for the
 * whole body manages everybody else. One change of an account at a time.
 *
 * Errors: not-found; not-allowed — one's own account, a colleague of other teams or with a clearance that the actor lacks, or who answers for
 *   the whole body.
 * Source: decision 0032
 */
export async function requireManaged(ctx: DeskContext, tx: DeskTx, staffId: StaffId): Promise<void> {
  if (ctx.actor.kind === 'staff' && ctx.actor.staffId === staffId)
    throw new DeskError('not-allowed', 'own-account');
  // Two who answer for the whole body, each taking it from the other, would leave nobody.
  await tx.sql`select pg_advisory_xact_lock(hashtext('who-manages-whom'))`;
  const [row] = await tx.sql<[{ isManaged: boolean }?]>`
    select actor_manages(id) as is_managed from staff where id = ${staffId}`;
  if (!row) throw new DeskError('not-found', 'no-such-staff');
  if (!row.isManaged) throw new DeskError('not-allowed', 'staff-of-others');
}

/** Refuses teams that the actor can't give: those that are not their own, or none at all. Errors: not-allowed; invalid */
export async function requireGivableTeams(
  ctx: DeskContext,
  tx: DeskTx,
  teams: readonly string[],
): Promise<void> {
  if (await answersForAll(tx)) return;
  if (teams.length === 0) throw new DeskError('invalid', 'team-missing');
  const own = ctx.actor.kind === 'staff' ? ctx.actor.teams : [];
  if (teams.some((team) => !own.includes(team))) throw new DeskError('not-allowed', 'team-of-others');
}

/** Refuses a clearance that the actor lacks: who gives a password can open what it opens. Errors: not-allowed */
export async function requireGivableClearance({ sql }: DeskTx, clearance: string): Promise<void> {
  const [row] = await sql<[{ clears: boolean }]>`select actor_clears(${clearance}) as clears`;
  if (!row.clears) throw new DeskError('not-allowed', 'clearance-not-given');
}

/** Tells whether the actor answers for the whole body. */
export async function answersForAll({ sql }: Pick<DeskTx, 'sql'>): Promise<boolean> {
  const [row] = await sql<[{ answers: boolean }]>`select actor_answers_for_all() as answers`;
  return row.answers;
}
