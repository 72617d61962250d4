import type { Reference, StaffId } from '@guichet/kernel';
import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';

/** A person who has a case open now. */
export interface Looker {
  reference: Reference;
  team: string;
  staffId: StaffId;
  name: string;
}

/** Lists who looks at which case now: of the actor's teams, or all as the system. Costs as many rows as there are pages open. */
export function listLookers(ctx: DeskContext): Promise<Looker[]> {
  return readAs(ctx, ctx.actor.kind === 'staff' ? 'queue.list' : 'queue.watch', async (sql) => {
    const rows = await sql<Looker[]>`
      select distinct c.reference, l.team, l.staff_id, s.name
      from case_looker l join cases c on c.id = l.case_id join staff s on s.id = l.staff_id
      where l.until > ${ctx.clock.now()} order by l.team, c.reference, s.name, l.staff_id`;
    return [...rows];
  });
}
