import type { Tx } from '@guichet/platform';
import { type Actor } from '../context.ts';

/**
 * Tells the database who acts, until the end of the transaction.
 *
 * Guarantee: transaction-local, so a pooled connection never carries an actor over to the next transaction.
 * Shape: `caseId` opens one case to the public, after its proof; `draftId` one draft.
 */
export async function enterAs(
  sql: Tx,
  actor: Actor,
  scope: { caseId?: string; draftId?: string } = {},
): Promise<void> {
  const staffId = actor.kind === 'staff' ? actor.staffId : '';
  const placeId = actor.kind === 'device' ? actor.placeId : '';
  const teams = actor.kind === 'staff' ? teamsOf(actor) : '';
  await sql`
    select set_config('guichet.actor_kind', ${actor.kind}, true), set_config('guichet.staff_id', ${staffId}, true),
      set_config('guichet.teams', ${teams}, true), set_config('guichet.case_id', ${scope.caseId ?? ''}, true),
      set_config('guichet.draft_id', ${scope.draftId ?? ''}, true), set_config('guichet.place_id', ${placeId}, true)`;
}

/** Names the teams whose rows an actor sees, between commas, or `*`: a privacy officer answers for every team's files. */
export function teamsOf(actor: Extract<Actor, { kind: 'staff' }>): string {
  return actor.roles.includes('privacy-officer') ? '*' : actor.teams.join(',');
}
