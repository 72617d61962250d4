import type { DeskContext } from '@guichet/casework';
import { openDatabase } from '@guichet/platform';
import type { BenchServers } from './bench-servers.ts';

/**
 * Fills the desk up to so many cases of `voirie` over two years, as a town brings them: busy mornings and Mondays, few on weekends, letters in the
 * morning's batch, none on the days that the body is closed but by Internet; one year busier than the other. All but the newest are closed.
 */
export async function fillYears(
  { superuserUrl }: BenchServers,
  { actor }: DeskContext,
  cases: number,
): Promise<void> {
  if (actor.kind !== 'staff') throw new Error('no staff');
  const sql = openDatabase({
    url: superuserUrl,
    max: 1,
    name: 'bench-fill',
    settings: { statement_timeout: '0' },
  });
  try {
    const [{ there }] = await sql<[{ there: number }]>`select count(*)::integer as there from cases`;
    // What an hour brings: a mean of its channel, hour and weekday, with storms and quiet days (log-normal), then chance.
    await sql`
      create temp table slots as
      select day + hour * interval '1 hour' as at, channel,
        shape * weekday * season * exp(0.25 * noise) as weight
      from (
        select day, extract(isodow from day)::integer as dow,
          (array[1.35, 1.1, 1.0, 1.0, 0.9, 0.25, 0.2])[extract(isodow from day)::integer] as weekday,
          1 + 0.3 * sin(extract(doy from day) / 58.0) as season,
          -- Of a day as a whole: twelve chances make one nearly normal.
          (select sum(random()) - 6 from generate_series(1, 12) where day is not null) as noise
        from generate_series((now() at time zone 'America/Toronto')::date::timestamp - interval '730 days',
          (now() at time zone 'America/Toronto')::date::timestamp, interval '1 day') as day) as days
      cross join generate_series(0, 23) as hour
      cross join lateral (values
        ('web', 1.2 * exp(-((hour - 13) ^ 2) / 40.0) + 0.4 * exp(-((hour - 20) ^ 2) / 8.0)),
        ('phone', case when hour between 8 and 16 and dow <= 5 then 1.5 * exp(-((hour - 10) ^ 2) / 12.0) else 0 end),
        ('mail', case when hour in (9, 10) and dow <= 5 then 1.0 else 0 end),
        ('counter', case when hour between 8 and 16 and dow <= 5 then 0.6 * exp(-((hour - 11) ^ 2) / 10.0) else 0 end)) as c (channel, shape)
      where shape > 0`;
    await sql`
      create temp table came as
      select ((at + random() * interval '1 hour') at time zone 'America/Toronto') as captured, channel
      from slots cross join (select sum(weight) as whole from slots) as w
      -- Poisson by many small chances: forty tries an hour, more where an hour brings more.
      cross join lateral generate_series(1, 40 + (4 * ${cases - there} * weight / whole)::integer) as try
      where random() + 0 * try < ${cases - there} * weight / whole / (40 + (4 * ${cases - there} * weight / whole)::integer)`;
    await sql`
      insert into cases (id, reference, service_code, service_version, language, channel, team, deposited_at, captured_at, due_at, reply_way,
        proofs)
      select uuidv7(), (1000000000 + (random() * 8999999999)::bigint)::text, 'nid-de-poule', 1, 'fr', channel, 'voirie',
        captured - case channel when 'mail' then interval '2 days' else interval '0' end, captured, captured + interval '5 days', 'none', '{}'
      from came where captured < now() on conflict (reference) do nothing`;
    await sql`
      insert into assignment (id, case_id, staff_id, started_at, ended_at, ended_why)
      select uuidv7(), c.id, ${actor.staffId}, c.captured_at + random() * interval '2 days', c.captured_at + interval '3 days', 'closed'
      from cases c where captured_at < now() - interval '7 days' and not exists (select 1 from assignment a where a.case_id = c.id)`;
    await sql`
      insert into case_closure (case_id, staff_id, outcome, closed_at, retain_until, disposal)
      select id, ${actor.staffId}, 'repaired', captured_at + interval '3 days' * (0.7 + random()), due_at::date + 1000, 'anonymise'
      from cases c where captured_at < now() - interval '7 days' and not exists (select 1 from case_closure k where k.case_id = c.id)`;
    await sql`
      insert into clock (id, case_id, kind, started_at, due_at, met_at, overdue_at)
      select uuidv7(), c.id, 'decide', c.captured_at, c.due_at, k.closed_at, case when k.closed_at > c.due_at then c.due_at end
      from cases c left join case_closure k on k.case_id = c.id
      where not exists (select 1 from clock p where p.case_id = c.id)`;
    await sql`
      insert into queue_class (team, service_code, skills, language, clearance)
      values ('voirie', 'nid-de-poule', '{}', 'fr', 'personal') on conflict do nothing`;
    await sql`
      insert into queue_entry (case_id, team, class, due_at, deposited_at, service_code, channel, language)
      select c.id, c.team, k.id, c.due_at, c.deposited_at, c.service_code, c.channel, c.language
      from cases c join queue_class k on k.team = 'voirie' and k.service_code = 'nid-de-poule' and k.skills = '{}' and k.language = 'fr'
      where c.captured_at >= now() - interval '7 days' and not exists (select 1 from case_closure x where x.case_id = c.id)
      on conflict do nothing`;
    await sql`drop table slots, came`;
    await sql`analyze cases, queue_entry, assignment, case_closure, clock`;
  } finally {
    await sql.end();
  }
}
