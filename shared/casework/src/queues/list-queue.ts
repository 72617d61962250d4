import type { CaseId, Channel, Language, Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
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
 * Shape: keyset pages of `limit`; no personal data, so no event.
 */
export function listQueue(
  ctx: DeskContext,
  { limit = 50, after }: { limit?: number; after?: QueueCursor } = {},
): Promise<QueueView> {
  return readAs(ctx, 'queue.list', async (sql) => {
    const rows = await sql<QueueRow[]>`
      select q.case_id, c.reference, c.service_code, c.service_version, c.language, c.channel, c.team, q.due_at, q.deposited_at
      from queue_entry q join cases c on c.id = q.case_id
      where ${after ? sql`(q.due_at, q.deposited_at, q.case_id) > (${after.dueAt}, ${after.depositedAt}, ${after.caseId})` : sql`true`}
      order by q.due_at, q.deposited_at, q.case_id limit ${limit}`;
    const [{ waiting }] = await sql<[{ waiting: number }]>`select count(*)::int as waiting from queue_entry`;
    return { rows: [...rows], waiting };
  });
}
