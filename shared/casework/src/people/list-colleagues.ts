import type { StaffId } from '@guichet/kernel';
import { teamsOf } from '../audit/enter-as.ts';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface Colleague {
  staffId: StaffId;
  name: string;
}

/** Lists who takes cases in the actor's teams, themselves too, by name, at most 200. */
export function listColleagues(ctx: DeskContext): Promise<Colleague[]> {
  return readAs(ctx, 'queue.list', async (sql) => {
    const teams = ctx.actor.kind === 'staff' ? teamsOf(ctx.actor).split(',') : [];
    const rows = await sql<Colleague[]>`
      select s.id as staff_id, s.name from staff s
      where s.disabled_at is null
        and exists (select 1 from staff_team t where t.staff_id = s.id and (t.team = any (${teams}::text[]) or ${teams.includes('*')}))
        and exists (select 1 from staff_role r where r.staff_id = s.id and r.role in ('agent', 'supervisor'))
      order by s.name, s.id limit 200`;
    return [...rows];
  });
}
