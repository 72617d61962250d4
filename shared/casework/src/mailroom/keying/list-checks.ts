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
  /** The actor keyed one of the two: they decide as a supervisor, where no third person is there. */
  isOwn: boolean;
}

/** What waits for another person: what the actor can do, oldest first, those that they keyed themselves last, and how many wait for others because the actor keyed them. */
export interface Checks {
  mine: CheckRow[];
  others: number;
}

/** Lists the answers that wait for a second person, or for a third to decide. No personal data, so no event. */
export function listChecks(ctx: DeskContext, limit = 100): Promise<Checks> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const { actor } = ctx;
    const me = actor.kind === 'staff' ? actor.staffId : null;
    const settles = actor.kind === 'staff' && actor.roles.includes('supervisor');
    // A letter set aside meanwhile waits for nobody.
    const isWanted = sql`(reason = 'sample' or exists (select 1 from letter l where l.id = f.letter_id and l.settled_at is null))`;
    const isMine = sql`(first_by is not distinct from ${me} or second_by is not distinct from ${me})`;
    const mine = await sql<CheckRow[]>`
      select id, case when second_by is null then 'second' else 'third' end as turn, service_code, service_version, path,
        coalesce(second_at, asked_at) as since, reason = 'double' as holds_letter, ${isMine} as is_own
      from field_check f
      where settled_at is null and (not ${isMine} or (${settles} and second_by is not null)) and ${isWanted}
      order by is_own, reason, coalesce(second_at, asked_at), id limit ${limit}`;
    const [row] = await sql<[{ others: number }]>`
      select count(*)::int as others from field_check f
      where settled_at is null and ${isMine} and not (${settles} and second_by is not null) and ${isWanted}`;
    return { mine: [...mine], others: row.others };
  });
}
