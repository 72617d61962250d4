import type { PostingId, Reference } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import type { ReturnedWhy } from './note-returned.ts';
import type { PostingRow } from './list-print-queue.ts';
import type { WrittenTo } from './queue-letter.ts';
import { postingParts, subjectOfPosting } from './posting-parts.ts';
import { type SealedPosting, writtenTo } from './written-to.ts';

/** What stands on an envelope that came back: the serial of its pages, or, on pages printed before they had one, their case. */
export type EnvelopeCode = { code: string } | { reference: string };

export interface FoundPosting extends Omit<PostingRow, 'queuedAt' | 'team'> {
  /** Null while it is still in the house. */
  postedAt: Date | null;
  returnedAt: Date | null;
  returnedWhy: ReturnedWhy | null;
  /** What stands in its window; absent once the data are destroyed. */
  to: WrittenTo | undefined;
}

type Row = Omit<FoundPosting, 'to'> & SealedPosting;

/**
 * Finds what was posted under the code of an envelope, newest first, with what stands in its window, and leaves the event that
 * says who looked.
 *
 * Guarantee: nothing of other teams; none found looks the same whether there is none or it is not theirs.
 */
export async function findPostings(ctx: DeskContext, by: EnvelopeCode): Promise<FoundPosting[]> {
  return transact(ctx, 'mail.return', async (tx) => {
    const rows = await postingsBy(tx, by);
    const [first] = rows;
    if (first === undefined) return tx.unchanged([]);
    const found = rows.map((row) => {
      const { caseId: _, caseKey: __, letterKey: ___, toSealed: ____, ...facts } = row;
      return { ...facts, to: writtenTo(ctx, row) };
    });
    return tx.record(
      {
        subject: subjectOfPosting(first),
        kind: 'letter.looked-up',
        data: { postingIds: rows.map(({ id }): PostingId => id) },
      },
      found,
    );
  });
}

async function postingsBy(tx: DeskTx, by: EnvelopeCode): Promise<Row[]> {
  const [code, reference] = 'code' in by ? [by.code, null] : [null, by.reference as Reference];
  const { columns, joins, keys } = postingParts(tx.sql);
  return tx.sql<Row[]>`
    select ${columns}, ${keys}, p.posted_at, p.returned_at, p.returned_why from letter_print p ${joins}
    where p.code = ${code} or (c.reference = ${reference} and p.posted_at is not null)
    order by p.posted_at desc nulls first, p.id desc limit 20`;
}
