import type { Language, StaffId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { Clearance } from './class-of.ts';

/** What a person can take now. */
export interface Readiness {
  every: boolean;
  skills: string[];
  services: string[];
  languages: Language[];
  clearance: Clearance;
  /** Cases held, without those that wait for the person. */
  held: number;
  capacity: number;
  /** ISO day; null for who is here. */
  absentUntil: string | null;
  /** Classes of their teams that they can do. */
  able: number[];
}

/** For who is in no team that says how much. */
const capacityUsual = 25;

/** Reads what a member of the staff can take on a day, ISO: one row by key, with what they hold. */
export async function readReadiness(
  sql: Tx,
  staffId: StaffId,
  teams: readonly string[],
  today: string,
): Promise<Readiness> {
  const [row] = await sql<[Readiness]>`
    select s.every_service as every, s.skills, s.services, s.languages, s.clearance,
      coalesce(s.capacity, (select max(t.capacity) from team t where t.code = any (${teams as string[]}::text[])), ${capacityUsual}::int) as capacity,
      (select count(*)::int from assignment a where a.staff_id = s.id and a.ended_at is null
        and not exists (select 1 from clock_pause p where p.case_id = a.case_id and p.ended_at is null)) as held,
      (select max(b.to_on)::text from absence b where b.staff_id = s.id and b.cancelled_at is null
        and b.from_on <= ${today}::date and b.to_on >= ${today}::date) as absent_until,
      array(select k.id from queue_class k where k.team = any (${teams as string[]}::text[]) and k.language = any (s.languages)
        and (k.clearance = 'personal' or s.clearance = 'sensitive')
        and (s.every_service or k.service_code = any (s.services) or k.skills <@ s.skills) order by k.id) as able
    from staff s where s.id = ${staffId}`;
  return row;
}
