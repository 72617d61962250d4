import { DeskError, type Id, type Language, type StaffId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { readAs } from '../../audit/read-as.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext, Role } from '../../context.ts';
import type { Abilities } from './abilities.ts';

/** A colleague as a supervisor sees them. */
export interface StaffRow extends Abilities {
  id: StaffId;
  signIn: string;
  name: string;
  language: Language;
  roles: Role[];
  teams: string[];
  disabledAt: Date | null;
  /** Their password was given to them, and they have not chosen another. */
  isTemporary: boolean;
  /** Cases of the actor's teams that they hold. */
  held: number;
  /** The last day, ISO, of the absence they are in. */
  absentUntil: string | null;
  /** The actor may change their account. */
  isManaged: boolean;
  /** The actor may say when they are away: they are the actor, share a team, or the actor answers for the whole body. */
  plansAbsences: boolean;
  /** They answer for the whole body. */
  wholeBody: boolean;
}

export interface Absence {
  id: Id<'absence'>;
  fromOn: string;
  toOn: string;
}

/** Lists the staff, by name. No event: it holds nothing of a case. */
export function listStaff(ctx: DeskContext): Promise<StaffRow[]> {
  return readAs(ctx, 'staff.read', async (sql) => [...(await rows(ctx, sql))]);
}

/** Gives one colleague with their absences that are not over. Errors: not-found */
export function readStaff(ctx: DeskContext, id: StaffId): Promise<StaffRow & { absences: Absence[] }> {
  return readAs(ctx, 'staff.read', async (sql) => {
    const [row] = await rows(ctx, sql, id);
    if (!row) throw new DeskError('not-found', 'no-such-staff');
    const absences = await sql<Absence[]>`
      select id, from_on::text, to_on::text from absence
      where staff_id = ${id} and cancelled_at is null and to_on >= ${todayOf(ctx.clock.now())}::date order by from_on, id`;
    return { ...row, absences: [...absences] };
  });
}

function rows(ctx: DeskContext, sql: Tx, only: StaffId | null = null) {
  const today = todayOf(ctx.clock.now());
  return sql<StaffRow[]>`
    select s.id, s.sign_in, s.name, s.language, s.disabled_at, s.temporary_until is not null as is_temporary,
      s.every_service as every, s.skills, s.services, s.languages, s.clearance, s.capacity,
      array(select role from staff_role r where r.staff_id = s.id order by role) as roles,
      array(select team from staff_team t where t.staff_id = s.id order by team) as teams,
      actor_manages(s.id) as is_managed,
      s.id = actor_staff() or actor_answers_for_all() or exists (
        select 1 from staff_team t where t.staff_id = s.id and t.team = any (staff_teams())) as plans_absences,
      exists (select 1 from whole_body w where w.staff_id = s.id) as whole_body,
      (select count(*)::int from assignment a where a.staff_id = s.id and a.ended_at is null) as held,
      (select max(b.to_on)::text from absence b where b.staff_id = s.id and b.cancelled_at is null
        and b.from_on <= ${today}::date and b.to_on >= ${today}::date) as absent_until
    from staff s where ${only}::uuid is null or s.id = ${only}
    order by s.disabled_at is not null, s.name, s.id`;
}
