import { day, type Language, type Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { Clearance } from './class-of.ts';

export interface RecentTake {
  reference: Reference;
  serviceCode: string;
  at: Date;
  by: string;
}

/** Cases that wait and that nobody with an account can take. */
export interface StrandedClass {
  team: string;
  serviceCode: string;
  skills: string[];
  language: Language;
  clearance: Clearance;
  /** At most a hundred are counted. */
  waiting: number;
}

export interface SkippedCase {
  reference: Reference;
  serviceCode: string;
  times: number;
  whys: string[];
}

export interface TakesReport {
  takes: RecentTake[];
  stranded: StrandedClass[];
  /** Waiting cases that three passed on, or that someone with an interest in them did. */
  skipped: SkippedCase[];
}

const withinMs = 7 * day;
const skipsShown = 3;

/** Reports what was taken lately, what nobody can take, and what is passed on again and again, of the actor's teams. No personal data. */
export function listTakes(ctx: DeskContext): Promise<TakesReport> {
  return readAs(ctx, 'desk.supervise', async (sql) => {
    const since = new Date(ctx.clock.now().getTime() - withinMs);
    const takes = sql<RecentTake[]>`
      select c.reference, c.service_code, a.started_at as at, s.name as by
      from assignment a join cases c on c.id = a.case_id join staff s on s.id = a.staff_id
      where a.started_at > ${since} order by a.started_at desc, a.id limit 50`;
    // Some entry of the class is visible only to who sees its team.
    const stranded = sql<StrandedClass[]>`
      select k.team, k.service_code, k.skills, k.language, k.clearance, w.waiting
      from queue_class k cross join lateral (
        select count(*)::int as waiting from (select 1 from queue_entry q where q.class = k.id limit 100) q) w
      where w.waiting > 0 and not exists (
        select 1 from staff_team t join staff s on s.id = t.staff_id
        where t.team = k.team and s.disabled_at is null and k.language = any (s.languages)
          and (k.clearance = 'personal' or s.clearance = 'sensitive')
          and (s.every_service or k.service_code = any (s.services) or k.skills <@ s.skills)
          and exists (select 1 from staff_role r where r.staff_id = s.id and r.role in ('agent', 'supervisor')))
      order by k.team, k.service_code, k.language`;
    const skipped = sql<SkippedCase[]>`
      select c.reference, c.service_code, count(*)::int as times, array_agg(distinct k.why order by k.why) as whys
      from case_skip k join queue_entry q on q.case_id = k.case_id join cases c on c.id = k.case_id
      group by c.id, c.reference, c.service_code
      having count(*) >= ${skipsShown} or bool_or(k.why = 'conflict-of-interest')
      order by count(*) desc, c.reference limit 100`;
    const [taken, left, passed] = await Promise.all([takes, stranded, skipped]);
    return { takes: [...taken], stranded: [...left], skipped: [...passed] };
  });
}
