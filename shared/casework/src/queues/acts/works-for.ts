import type { DeskTx } from '../../audit/transact.ts';

/** Tells whether somebody works on the cases of a team: an account in use, of the team, with a role that decides. */
export async function worksFor({ sql }: DeskTx, staffId: string, team: string): Promise<boolean> {
  const [works] = await sql`
    select 1 from staff s where s.id = ${staffId} and s.disabled_at is null
      and exists (select 1 from staff_team t where t.staff_id = s.id and t.team = ${team})
      and exists (select 1 from staff_role r where r.staff_id = s.id and r.role in ('agent', 'supervisor'))`;
  return works !== undefined;
}
