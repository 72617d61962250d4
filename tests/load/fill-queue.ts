import { openDatabase } from '@guichet/platform';
import type { BenchServers } from './bench-servers.ts';

/** Fills the queue of `voirie` up to so many open cases, behind the verbs' back, as years of acceptance would. */
export async function fillQueue({ superuserUrl }: BenchServers, open: number): Promise<void> {
  const sql = openDatabase({ url: superuserUrl, max: 1, name: 'bench-fill' });
  try {
    const [{ waiting }] = await sql<[{ waiting: number }]>`select count(*)::int as waiting from queue_entry`;
    await sql`
      with made as (
        insert into cases (id, reference, service_code, service_version, language, channel, team, deposited_at, captured_at, due_at,
          reply_way, proofs, queue_class)
        select uuidv7(), (1000000000 + (random() * 8999999999)::bigint)::text, 'nid-de-poule', 1, 'fr', 'web', 'voirie', at, at,
          at + interval '5 days', 'none', '{}', class
        from (select now() - random() * interval '30 days' as at from generate_series(1, ${open - waiting})) as times
        on conflict (reference) do nothing
        returning id, queue_class, due_at, deposited_at)
      insert into queue_entry (case_id, team, class, due_at, deposited_at) select id, 'voirie', queue_class, due_at, deposited_at from made`;
    await sql`analyze cases, queue_entry`;
  } finally {
    await sql.end();
  }
}
