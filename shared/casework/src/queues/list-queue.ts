import type { Tx } from '@guichet/platform';
import type { CaseId, Channel, Language, Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import { teamsOf } from '../audit/enter-as.ts';
import type { DeskContext } from '../context.ts';

export interface QueueRow {
  caseId: CaseId;
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  language: Language;
  channel: Channel;
  team: string;
  dueAt: Date;
  depositedAt: Date;
}

export interface QueueView {
  rows: QueueRow[];
  /** All waiting cases of the actor's teams. */
  waiting: number;
}

/** After which row the next page starts; absent means from the top. */
export interface QueueCursor {
  dueAt: Date;
  depositedAt: Date;
  caseId: string;
}

/**
 * Lists the waiting cases of the actor's teams, one list for every channel, in the order they will be taken.
 *
 * Guarantee: costs a page of each team, whatever waits or was closed.
 * Shape: keyset pages of `limit`; no personal data, so no event.
 */
export function listQueue(
  ctx: DeskContext,
  { limit = 50, after }: { limit?: number; after?: QueueCursor } = {},
): Promise<QueueView> {
  return readAs(ctx, 'queue.list', async (sql) => {
    // The head of each team's index range, then the first of all heads. Example: 2 teams, limit 50 → 100 entries, 50 rows.
    const rows = sql<QueueRow[]>`
      select head.case_id, c.reference, c.service_code, c.service_version, c.language, c.channel, c.team, head.due_at, head.deposited_at
      from ${seenTeams(ctx, sql)} as mine (team)
      cross join lateral (
        select case_id, due_at, deposited_at from queue_entry q
        where q.team = mine.team
          and ${after ? sql`(due_at, deposited_at, case_id) > (${after.dueAt}, ${after.depositedAt}, ${after.caseId})` : sql`true`}
        order by due_at, deposited_at, case_id limit ${limit}
      ) head
      join cases c on c.id = head.case_id
      order by head.due_at, head.deposited_at, head.case_id limit ${limit}`;
    const tally = sql<
      [{ waiting: number }]
    >`select coalesce(sum(change), 0)::int as waiting from queue_tally`;
    const [page, [{ waiting }]] = await Promise.all([rows, tally]);
    return { rows: [...page], waiting };
  });
}

/** The teams whose queues the actor sees, as rows: a database that knows them walks an index of each. */
function seenTeams({ actor }: DeskContext, sql: Tx) {
  const teams = actor.kind === 'staff' ? teamsOf(actor) : '*';
  return teams === '*' ? sql`(select code from team)` : sql`unnest(${teams.split(',')}::text[])`;
}
