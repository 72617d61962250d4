import type { Bilingual } from '@guichet/kernel';
import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';

export interface StaffedTeam {
  code: string;
  name: Bilingual;
  capacity: number;
  untouchedDays: number | null;
  /** The actor gives it to others, and changes it. */
  isGivable: boolean;
  /** Names of those of the team who have an account. */
  members: string[];
}

/** Lists the teams by code, with who is in each. No event: it holds nothing of a case. */
export function listStaffedTeams(ctx: DeskContext): Promise<StaffedTeam[]> {
  return readAs(ctx, 'staff.read', async (sql) => {
    const rows = await sql<(Omit<StaffedTeam, 'name'> & { nameFr: string; nameEn: string })[]>`
      select t.code, t.name_fr, t.name_en, t.capacity, t.untouched_days,
        (select actor_answers_for_all()) or t.code = any ((select staff_teams())::text[]) as is_givable,
        array(select s.name from staff_team m join staff s on s.id = m.staff_id
          where m.team = t.code and s.disabled_at is null order by s.name, s.id) as members
      from team t order by t.code`;
    return rows.map(({ nameFr, nameEn, ...row }) => ({ ...row, name: { fr: nameFr, en: nameEn } }));
  });
}
