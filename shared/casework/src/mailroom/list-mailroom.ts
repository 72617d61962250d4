import type { BatchId, Language, LetterId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface BatchRow {
  id: BatchId;
  source: string;
  fileName: string;
  bytes: number;
  receivedAt: Date;
  readAt: Date | null;
  /** Known once the file is open. */
  pages: number | null;
  pagesRead: number;
  refusedWhy: string | null;
  letters: number;
  waiting: number;
}

/** Lists the newest batches with how far each is, at most `limit`. No personal data, so no event. */
export function listBatches(ctx: DeskContext, limit = 50): Promise<BatchRow[]> {
  return readAs(ctx, 'mailroom.read', (sql) => batchRows(sql, { limit }));
}

/** Gives batches, newest first, id as tie-break, or one of them. */
export async function batchRows(
  sql: Tx,
  { only, limit }: { only?: BatchId; limit: number },
): Promise<BatchRow[]> {
  const rows = await sql<BatchRow[]>`
    with b as (
      select id, source, file_name, bytes, received_at, read_at, pages, pages_read, refused_why from batch
      where ${only ?? null}::uuid is null or id = ${only ?? null}
      order by received_at desc, id desc limit ${limit})
    select b.id, b.source, b.file_name, b.bytes::float8 as bytes, b.received_at, b.read_at, b.pages, b.pages_read, b.refused_why,
      coalesce(l.letters, 0)::int as letters, coalesce(l.waiting, 0)::int as waiting
    from b left join (
        select batch_id, count(*) as letters, count(*) filter (where settled_at is null) as waiting
        from letter where batch_id in (select id from b) group by batch_id) l on l.batch_id = b.id
    order by b.received_at desc, b.id desc`;
  return [...rows];
}

export interface LetterRow {
  id: LetterId;
  batchId: BatchId;
  serviceCode: string | null;
  language: Language | null;
  doubts: number;
  /** A form on which nothing is written. */
  isBlank: boolean;
  missingPages: number[];
  readAt: Date;
  depositedOn: string;
}

/** Lists the letters that wait for a person, oldest first, id as tie-break; a letter without a service waits to be classified. */
export function listLetters(ctx: DeskContext, limit = 100): Promise<LetterRow[]> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const rows = await sql<LetterRow[]>`
      select id, batch_id, service_code, language, doubts, is_blank, missing_pages, read_at, deposited_on::text as deposited_on
      from letter where settled_at is null and (keyed_at is null or not exists (
        select 1 from field_check f where f.letter_id = letter.id and f.reason = 'double' and f.settled_at is null))
      order by read_at, id limit ${limit}`;
    return [...rows];
  });
}
