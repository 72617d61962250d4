import { type CaseId, DeskError, minute, type Reference } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { countTry, type TryLimit } from '../../privacy/count-try.ts';
import type { QueueRow } from '../list-queue.ts';
import { factsOf } from './facts-of.ts';
import { findableAnswers, openAnswers } from './findable-answers.ts';
import { type FactMatch, matchFacts } from './match-facts.ts';
import { readSearch, type SearchTerm } from './read-search.ts';
import { searchToken } from './search-tokens.ts';

export interface FoundCase extends QueueRow {
  heldBy: string | null;
  closedAt: Date | null;
  /** None when it was found by its reference. */
  matches: FactMatch[];
}

export interface FoundCases {
  /** What holds the words as typed first, then by their stem, then with a slip of the keys; open before closed, the newest first. */
  cases: FoundCase[];
  /** There may be more than the newest that were looked at. */
  isCut: boolean;
}

/** The most cases opened for one search, and shown. */
const [openedMax, shownMax] = [60, 30];
const searchesOfOne: TryLimit = { max: 60, withinMs: 5 * minute };

/**
 * Finds cases, open and closed, by a reference with a digit wrong, the provisional one of a counter, a telephone number, an e-mail address, a postal code, or words of what was
 * answered; leaves an event on whoever searched, with the cases shown and without the words.
 *
 * Guarantee: only cases of the actor's teams; nothing by a sensitive answer; costs the same whatever waits or was closed.
 * Errors: invalid — nothing to look for; too-many — sixty in five minutes. Source: decision 0024
 */
export async function findCases(ctx: DeskContext, typed: string): Promise<FoundCases> {
  const { reference, alike, terms, provisional } = readSearch(typed.slice(0, 200));
  const references = reference ? [reference] : alike;
  if (references.length === 0 && terms.length === 0 && provisional === undefined)
    throw new DeskError('invalid', 'no-word-to-find');
  return transact<FoundCases>(ctx, 'case.search', async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    await countTry(ctx, tx, 'case-search', actor.staffId, searchesOfOne);
    const [named, spoken] = await Promise.all([
      provisional === undefined
        ? readCases(tx.sql, { references })
        : readCases(tx.sql, { ids: await casesOfForm(tx.sql, provisional) }),
      terms.length > 0 ? findByWords(ctx, tx, terms) : { cases: [], isCut: false },
    ]);
    const byReference = named.map(({ row }): FoundCase => ({ ...row, matches: [] }));
    const cases = [...byReference, ...spoken.cases].slice(0, shownMax);
    return tx.record(
      {
        subject: { kind: 'staff', id: actor.staffId },
        kind: 'cases.searched',
        data: { terms: terms.length, found: cases.length, shown: cases.map(({ caseId }) => caseId) },
      },
      { cases, isCut: spoken.isCut },
    );
  });
}

/** The cases of counter forms of a provisional reference, for as long as their drafts are kept: nearly always one; the newest first. */
async function casesOfForm(sql: Tx, provisional: number): Promise<CaseId[]> {
  const rows = await sql<{ caseId: CaseId }[]>`
    select case_id from draft where provisional = ${provisional} and case_id is not null
    order by case_id desc limit ${shownMax}`;
  return rows.map(({ caseId }) => caseId);
}

async function findByWords(ctx: DeskContext, tx: DeskTx, terms: readonly SearchTerm[]): Promise<FoundCases> {
  let ids = await proposed(ctx, tx.sql, terms, false);
  // As it was typed first: names a slip away are looked for only where that leaves room.
  if (ids.length < openedMax && terms.some(({ kind }) => kind === 'word'))
    ids = [...new Set([...ids, ...(await proposed(ctx, tx.sql, terms, true))])].slice(0, openedMax);
  const [rows, answers] = await Promise.all([
    readCases(tx.sql, { ids }),
    ids.length > 0 ? findableAnswers(tx.sql, ids) : new Map<CaseId, never>(),
  ]);
  const scored = rows.flatMap(({ row, dataKey }) => {
    const service = ctx.catalogue.find(row.serviceCode, row.serviceVersion);
    if (dataKey === null || !service) return [];
    const key = unwrapDataKey(ctx.keyring, `case:${row.caseId}`, dataKey);
    const facts = factsOf(service, openAnswers(answers.get(row.caseId) ?? [], key));
    const match = matchFacts(facts, terms, row.language);
    return match ? [{ score: match.score, found: { ...row, matches: match.matches } }] : [];
  });
  const cases = scored
    .toSorted((a, b) => b.score - a.score || order(a.found, b.found))
    .map(({ found }) => found);
  return { cases, isCut: ids.length === openedMax || cases.length > shownMax };
}

/** The newest cases whose hashes hold one of each term's. */
async function proposed(
  ctx: DeskContext,
  sql: Tx,
  terms: readonly SearchTerm[],
  withSlips: boolean,
): Promise<CaseId[]> {
  const sets = terms.map((term) => {
    const all = withSlips && term.kind === 'word' ? [...term.terms, ...term.slips] : term.terms;
    return `{${all.map((one) => searchToken(ctx.keyring, one)).join(',')}}`;
  });
  const [{ ids }] = await sql<[{ ids: CaseId[] }]>`select cases_with(${sets}::text[], ${openedMax}) as ids`;
  return ids;
}

function order(a: FoundCase, b: FoundCase): number {
  return Number(a.closedAt !== null) - Number(b.closedAt !== null) || (a.caseId < b.caseId ? 1 : -1);
}

interface CaseRow {
  row: Omit<FoundCase, 'matches'>;
  dataKey: Buffer | null;
}

/** Some primary keys or references, behind row security; the newest first. */
async function readCases(
  sql: Tx,
  { ids = [], references = [] }: { ids?: CaseId[]; references?: Reference[] },
): Promise<CaseRow[]> {
  if (ids.length + references.length === 0) return [];
  const which =
    ids.length > 0 ? sql`c.id = any (${ids}::uuid[])` : sql`c.reference = any (${references}::text[])`;
  const rows = await sql<(CaseRow['row'] & Pick<CaseRow, 'dataKey'>)[]>`
    select c.id as case_id, c.reference, c.service_code, c.service_version, c.language, c.channel, c.team, c.due_at, c.deposited_at,
      c.place, c.data_key, s.name as held_by, k.closed_at
    from cases c
      left join assignment a on a.case_id = c.id and a.ended_at is null
      left join staff s on s.id = a.staff_id
      left join case_closure k on k.case_id = c.id
    where ${which} order by c.id desc`;
  return rows.map(({ dataKey, ...row }) => ({ row, dataKey }));
}
