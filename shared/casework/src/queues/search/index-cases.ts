import { type CaseId, type Language, minute } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { once } from '../../outbox/once.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { findableAnswers, openAnswers } from './findable-answers.ts';
import { factsOf } from './facts-of.ts';
import { searchTokens } from './search-tokens.ts';

const groupMax = 200;
/** An acceptance under way has an id that is older than its commit, never by this much. Unit: milliseconds. */
const overlapMs = 3 * minute;
const beginning = '00000000-0000-0000-0000-000000000000';

/**
 * Makes the cases accepted since the last time findable by what they say, some hundred at a time, and tells how many.
 *
 * Guarantee: repeating, or twice at once, changes nothing; a case is indexed whatever order the acceptances committed in; after an
 *   upgrade goes through all cases from the first. Source: decision 0024
 */
export function indexCases(ctx: DeskContext): Promise<number> {
  return transact(ctx, 'search.index', async (tx) => {
    const [mark] = await tx.sql<[{ upto: string }?]>`select upto from search_mark`;
    const upto = mark?.upto ?? beginning;
    // A primary key's range from a little before the mark, in the order of its ids; most of the overlap is there already.
    const rows = await tx.sql<CaseToIndex[]>`
      select c.id, c.service_code, c.service_version, c.language, c.team, c.data_key from cases c
      where c.id > ${before(upto)} and c.data_key is not null
        and not exists (select 1 from case_search s where s.case_id = c.id)
      order by c.id limit ${groupMax}`;
    await insertTokens(ctx, tx.sql, rows);
    const last = rows.at(-1)?.id;
    if (last !== undefined && last > upto)
      await tx.sql`
        insert into search_mark (upto) values (${last})
        on conflict (only_one) do update set upto = greatest(search_mark.upto, excluded.upto)`;
    return tx.unchanged(rows.length);
  });
}

/** Indexes one case again, whose answers are no longer what they were. Guarantee: once a job; repeating changes nothing. */
export async function indexCase(ctx: DeskContext, outboxId: string, caseId: CaseId): Promise<void> {
  await transact(ctx, 'search.index', (tx) =>
    once(tx, outboxId, 'casework.index-case', async () => {
      const rows = await tx.sql<CaseToIndex[]>`
        select id, service_code, service_version, language, team, data_key from cases where id = ${caseId} and data_key is not null`;
      await insertTokens(ctx, tx.sql, rows);
      return tx.unchanged(undefined);
    }),
  );
}

interface CaseToIndex {
  id: CaseId;
  serviceCode: string;
  serviceVersion: number;
  language: Language;
  team: string;
  dataKey: Buffer;
}

/** Reads what they say, behind their keys, and writes the hashes of it. */
async function insertTokens(ctx: DeskContext, sql: Tx, cases: readonly CaseToIndex[]): Promise<void> {
  if (cases.length === 0) return;
  const ids = cases.map(({ id }) => id);
  const byCase = await findableAnswers(sql, ids);
  const indexed = cases.map(({ id, team, language, dataKey, ...one }) => {
    const service = ctx.catalogue.find(one.serviceCode, one.serviceVersion);
    const key = unwrapDataKey(ctx.keyring, `case:${id}`, dataKey);
    const facts = service ? factsOf(service, openAnswers(byCase.get(id) ?? [], key)) : [];
    return { id, team, tokens: searchTokens(ctx.keyring, facts, language) };
  });
  await sql`
    insert into case_search (case_id, team, tokens)
    select id, team, tokens from json_to_recordset(${JSON.stringify(indexed)}::text::json) as t (id uuid, team text, tokens integer[])
    on conflict (case_id) do update set tokens = excluded.tokens`;
}

/** The id that a case would have had a little earlier: a UUIDv7 begins with its instant. */
function before(id: string): string {
  const ms = Math.max(0, Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - overlapMs);
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
