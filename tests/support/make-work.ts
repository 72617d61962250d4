import type { DeskContext } from '@guichet/casework';
import type { Sql } from '@guichet/platform';

/**
 * Makes so many cases of six weeks up to 30 November 2026, half past three in Québec, behind the verbs' back: some wait, some are held by one
 * of the staff, some are decided in time, late, or as a duplicate.
 */
export async function makeWork(sql: Sql, { actor }: Pick<DeskContext, 'actor'>, many: number): Promise<void> {
  if (actor.kind !== 'staff') throw new Error(actor.kind);
  const { staffId } = actor;
  await sql`
    insert into queue_class (team, service_code, skills, language, clearance)
    values ('voirie', 'nid-de-poule', '{test}', 'fr', 'personal'), ('animaux', 'permis-chien', '{test}', 'fr', 'personal')`;
  await sql.begin(async (tx) => {
    await tx`select setseed(0.33)`;
    await tx`
    create table made as
    select uuidv7() as id, (1000000000 + n)::text as reference, s.service, s.team, s.version,
      (array['web', 'phone', 'mail', 'counter'])[1 + floor(random() * 4)::int] as channel,
      date_trunc('second', timestamptz '2026-11-30 20:20Z' - random() * interval '40 days') as captured,
      random() * interval '3 days' as lag, random() as fate, random() * interval '2 days' as took, random() * interval '9 days' as closed,
      uuidv7() as assignment
    from generate_series(1, ${many}) n
    cross join lateral (
      select v.code as service, v.definition #>> '{routing,team}' as team, max(v.version) as version from service_version v
      where v.code = case when n % 3 = 0 then 'permis-chien' else 'nid-de-poule' end group by 1, 2) as s`;
  });
  await sql`update made set lag = interval '0' where channel <> 'mail'`;
  await sql`
    insert into cases (id, reference, service_code, service_version, language, channel, team, deposited_at, captured_at, due_at, reply_way,
      proofs, queue_class)
    select made.id, reference, service, version, 'fr', channel, made.team, captured - lag, captured, captured + interval '5 days', 'none', '{}', k.id
    from made join queue_class k on k.team = made.team and k.service_code = service and k.skills = '{test}'`;
  await sql`create table then_now as select timestamptz '2026-11-30 20:25Z' as now`;
  await sql`
    insert into assignment (id, case_id, staff_id, started_at, ended_at, ended_why)
    select assignment, id, ${staffId}, captured + took, case when fate < 0.7 and captured + closed < now then captured + closed end,
      case when fate < 0.7 and captured + closed < now then 'closed' end
    from made, then_now where captured + took < least(captured + closed, now) and fate < 0.9`;
  // Some were taken twice: only the first counts.
  await sql`
    insert into assignment (id, case_id, staff_id, started_at, ended_at, ended_why)
    select uuidv7(), case_id, staff_id, started_at + interval '1 minute', started_at + interval '2 minutes', 'returned'
    from assignment where ended_at is not null and hashtext(case_id::text) % 5 = 0`;
  // Others were given to somebody before, which was undone: nobody took them then.
  await sql`
    insert into assignment (id, case_id, staff_id, started_at, ended_at, ended_why)
    select uuidv7(), id, ${staffId}, captured + interval '1 second', captured + interval '9 minutes', 'undone'
    from made where hashtext(id::text) % 4 = 0 and captured + interval '9 minutes' < (select now from then_now)`;
  await sql`
    insert into case_closure (case_id, staff_id, outcome, closed_at, retain_until, disposal)
    select id, ${staffId}, case when fate < 0.05 then 'duplicate' else 'repaired' end, captured + closed, '2030-01-01', 'destroy'
    from made, then_now where fate < 0.7 and captured + closed < now`;
  await sql`
    insert into clock (id, case_id, kind, started_at, due_at, met_at, overdue_at)
    select uuidv7(), id, 'decide', captured, captured + interval '5 days', k.closed_at,
      case when least(coalesce(k.closed_at, now), now) > captured + interval '5 days' and fate > 0.1
        then captured + interval '5 days 10 seconds' end
    from made cross join then_now left join case_closure k on k.case_id = id`;
  await sql`
    insert into queue_entry (case_id, team, class, due_at, deposited_at, service_code, channel, language)
    select c.id, c.team, c.queue_class, c.due_at, c.deposited_at, c.service_code, c.channel, c.language from cases c
    where not exists (select 1 from case_closure k where k.case_id = c.id)
      and not exists (select 1 from assignment a where a.case_id = c.id and a.ended_at is null)`;
}
