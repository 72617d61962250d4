import type { DeskContext } from '@guichet/casework';
import { openDatabase } from '@guichet/platform';
import type { Fact } from '../../shared/casework/src/queues/search/facts-of.ts';
import { searchTokens } from '../../shared/casework/src/queues/search/search-tokens.ts';
import type { BenchServers } from './bench-servers.ts';
import { townFacts } from './town-facts.ts';

/** As many different people write as make the hashes of a town; what only one of them has comes on top, by chance. */
const profiles = 20_000;
/** Telephone, e-mail and a rare name with its letters left out. */
const ownTokens = 12;

/** Gives each case of the bench without one its row of the search, as years of indexing would. */
export async function fillSearch({ superuserUrl }: BenchServers, { keyring }: DeskContext): Promise<void> {
  const sql = openDatabase({
    url: superuserUrl,
    max: 1,
    name: 'bench-search',
    settings: { statement_timeout: '0' },
  });
  try {
    await sql`create temp table profile (n integer primary key, tokens integer[] not null)`;
    const rows = Array.from({ length: profiles }, (_, n) => ({
      n,
      tokens: searchTokens(keyring, factsOfProfile(n), 'fr'),
    }));
    await sql`
      insert into profile select n, tokens from json_to_recordset(${JSON.stringify(rows)}::text::json) as t (n integer, tokens integer[])`;
    await sql`alter table case_search disable trigger placed`;
    await sql`drop index case_search_tokens`;
    await sql`
      insert into case_search (case_id, team, tokens)
      select c.id, c.team, p.tokens || own.tokens
      from (
        select id, team, (random() * ${profiles - 1})::integer as n from cases c
        where not exists (select 1 from case_search s where s.case_id = c.id) order by id) c
      join profile p on p.n = c.n
      cross join lateral (select array_agg((random() * 16777215)::integer) as tokens from generate_series(1, ${ownTokens}) where c.n >= 0) own`;
    // The trigger's own work, for all at once.
    await sql`
      update case_search set tokens = tokens || team_token(team) || (-1 - (seq >> 13))::integer where tokens[array_upper(tokens, 1)] >= 0`;
    await sql`set maintenance_work_mem = '1GB'`;
    await sql`create index case_search_tokens on case_search using gin (tokens) with (fastupdate = off)`;
    await sql`alter table case_search enable trigger placed`;
    await sql`vacuum analyze case_search`;
    await sql`
      insert into search_mark (upto) select id from cases order by id desc limit 1 on conflict (only_one) do update set upto = excluded.upto`;
  } finally {
    await sql.end();
  }
}

function factsOfProfile(n: number): Fact[] {
  const { name, street, said } = townFacts(n);
  return [
    { question: 'name', kind: 'name', text: name, isOpen: false },
    { question: 'address', kind: 'name', text: `${street} Québec`, isOpen: false },
    { question: 'place', kind: 'name', text: street, isOpen: true },
    { question: 'description', kind: 'text', text: said, isOpen: false },
  ];
}
