import type { StaffId } from '@guichet/kernel';
import { openDatabase } from '@guichet/platform';
import type { BenchServers } from './bench-servers.ts';

/** Fills the desk up to so many closed cases of `voirie`, closed by one person. */
export async function fillClosed({ superuserUrl }: BenchServers, closed: number, by: StaffId): Promise<void> {
  const sql = openDatabase({
    url: superuserUrl,
    max: 1,
    name: 'bench-fill',
    settings: { statement_timeout: '0' },
  });
  try {
    const [{ there }] = await sql<[{ there: number }]>`select count(*)::int as there from case_closure`;
    await sql`
      with made as (
        insert into cases (id, reference, service_code, service_version, language, channel, team, deposited_at, captured_at, due_at,
          reply_way, proofs)
        select uuidv7(), (1000000000 + (random() * 8999999999)::bigint)::text, 'nid-de-poule', 1, 'fr', 'web', 'voirie', at, at,
          at + interval '5 days', 'none', '{}'
        from (select now() - interval '60 days' - random() * interval '900 days' as at from generate_series(1, ${closed - there})) as times
        on conflict (reference) do nothing
        returning id, due_at)
      insert into case_closure (case_id, staff_id, outcome, closed_at, retain_until, disposal)
      select id, ${by}, 'repaired', due_at, due_at::date + 1000, 'anonymise' from made`;
    await sql`analyze cases, case_closure`;
  } finally {
    await sql.end();
  }
}
