import { openDatabase } from '@guichet/platform';
import type { BenchServers } from './bench-servers.ts';

/** Fills the queue of `voirie` up to so many open cases, behind the verbs' back, as years of acceptance would. */
export async function fillQueue({ superuserUrl }: BenchServers, open: number): Promise<void> {
  const sql = openDatabase({
    url: superuserUrl,
    max: 1,
    name: 'bench-fill',
    settings: { statement_timeout: '0' },
  });
  try {
    const [{ waiting }] = await sql<[{ waiting: number }]>`select count(*)::int as waiting from queue_entry`;
    // Twenty kinds of case: each asks for one of ten skills, in one of two languages.
    await sql`
      insert into queue_class (team, service_code, skills, language, clearance)
      select 'voirie', 'nid-de-poule', array['metier-' || n], language, 'personal'
      from generate_series(1, 10) n cross join (values ('fr'), ('en')) as l (language) on conflict do nothing`;
    await sql`
      with made as (
        insert into cases (id, reference, service_code, service_version, language, channel, team, deposited_at, captured_at, due_at,
          reply_way, proofs, place, place_key, queue_class)
        select uuidv7(), (1000000000 + (random() * 8999999999)::bigint)::text, 'nid-de-poule', 1, k.language,
          (array['web', 'phone', 'mail', 'counter'])[1 + floor(random() * random() * 4)::integer],
          'voirie', at, at, at + interval '5 days', 'none', '{}', 'rue Numéro ' || street, 'numero ' || street, k.id
        from (
          select now() - random() * interval '30 days' as at, (random() * 2000)::integer as street,
            'metier-' || 1 + floor(random() * 10)::integer as skill,
            case when random() < 0.9 then 'fr' else 'en' end as language
          from generate_series(1, ${open - waiting})) as times
        join queue_class k on k.language = times.language and k.team = 'voirie' and k.service_code = 'nid-de-poule' and k.skills = array[times.skill]
          and k.clearance = 'personal'
        on conflict (reference) do nothing
        returning id, queue_class, due_at, deposited_at, channel, language, place_key)
      insert into queue_entry (case_id, team, class, due_at, deposited_at, service_code, channel, language, place_key)
      select id, 'voirie', queue_class, due_at, deposited_at, 'nid-de-poule', channel, language, place_key from made`;
    await sql`analyze cases, queue_entry`;
  } finally {
    await sql.end();
  }
}
