import type { FieldCheckId } from '@guichet/kernel';
import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';

/** An answer that waits for another person. */
export interface CheckRow {
  id: FieldCheckId;
  /** Who is to come: a second person who keys it blind, or a third who decides. */
  turn: 'second' | 'third';
  serviceCode: string;
  serviceVersion: number;
  path: string;
  /** Since when this turn waits. */
  since: Date;
  /** The letter becomes no case before. */
  holdsLetter: boolean;
}

/** What waits for another person: what the actor can do, oldest first, and how many wait for others because the actor keyed them. */
export interface Checks {
  mine: CheckRow[];
  others: number;
}

/** Lists the answers that wait for a second person, or for a third to decide. No personal data, so no event. */
export function listChecks(ctx: DeskContext, limit = 100): Promise<Checks> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    // A letter set aside meanwhile waits for nobody.
    const isWanted = sql`(reason = 'sample' or exists (select 1 from letter l where l.id = f.letter_id and l.settled_at is null))`;
    const mine = await sql<CheckRow[]>`
      select id, case when second_by is null then 'second' else 'third' end as turn, service_code, service_version, path,
        coalesce(second_at, asked_at) as since, reason = 'double' as holds_letter
      from field_check f
      where settled_at is null and first_by is distinct from ${me} and second_by is distinct from ${me} and ${isWanted}
      order by reason, coalesce(second_at, asked_at), id limit ${limit}`;
    const [row] = await sql<[{ others: number }]>`
      select count(*)::int as others from field_check f
      where settled_at is null and (first_by = ${me} or second_by = ${me}) and ${isWanted}`;
    return { mine: [...mine], others: row.others };
  });
}
