import { type CaseId, DeskError, type EvidenceId, type LetterId } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import type { StoredReading } from '../letter-reading.ts';
import { matchPage, type PageMatch, wordsToFind } from './match-words.ts';

export interface FoundPage extends PageMatch {
  evidenceId: EvidenceId;
  page: number;
}

/** The most letters of one case that are opened for a search. */
const lettersMax = 100;

/**
 * Finds the pages of a case that hold all the words typed, and leaves the event that says who looked.
 *
 * Guarantee: opens the readings of this case and no other; the words typed are kept nowhere.
 * Errors: not-found — no such case, or of another team; invalid — no word to find.
 * Source: decision 0018
 */
export async function findInCase(
  ctx: DeskContext,
  { reference, words }: { reference: string; words: string },
): Promise<FoundPage[]> {
  const wanted = wordsToFind(words);
  if (wanted.length === 0) throw new DeskError('invalid', 'no-word-to-find');
  return transact(ctx, 'evidence.read', async (tx) => {
    const [found] = await tx.sql<[{ id: CaseId }?]>`select id from cases where reference = ${reference}`;
    if (!found) throw new DeskError('not-found', 'no-such-case');
    const pages: FoundPage[] = [];
    for (const { id, readings } of await pagesWithText(ctx, tx, found.id)) {
      const match = matchPage(readings, wanted);
      if (match) pages.push({ ...match, ...id });
    }
    return tx.record(
      { subject: { kind: 'case', id: found.id }, kind: 'case.searched', data: { pages: pages.length } },
      pages,
    );
  });
}

async function pagesWithText(ctx: DeskContext, tx: DeskTx, caseId: CaseId) {
  const rows = await tx.sql<{ evidenceId: EvidenceId; letterId: LetterId; page: number }[]>`
    select id as evidence_id, letter_id, page from evidence
    where case_id = ${caseId} and kind = 'page' and letter_id is not null order by created_at, page, id`;
  const letters = [...new Set(rows.map(({ letterId }) => letterId))].slice(0, lettersMax);
  const readings = new Map<LetterId, StoredReading>();
  for (const id of letters) {
    const reading = await readingOf(ctx, tx, id);
    if (reading) readings.set(id, reading);
  }
  return rows.flatMap(({ letterId, evidenceId, page }) => {
    const text = readings.get(letterId)?.text?.[page - 1];
    return text ? [{ id: { evidenceId, page }, readings: text }] : [];
  });
}

/** Opens what was read of a letter; undefined when its key is gone. */
export async function readingOf(
  ctx: DeskContext,
  tx: DeskTx,
  letterId: LetterId,
): Promise<StoredReading | undefined> {
  const [row] = await tx.sql<[{ dataKey: Buffer | null; sealed: Buffer }?]>`
    select data_key, sealed from letter where id = ${letterId}`;
  if (!row?.dataKey) return undefined;
  return unwrapDataKey(ctx.keyring, `letter:${letterId}`, row.dataKey).open(
    'reading',
    row.sealed,
  ) as StoredReading;
}
