import type { BatchId, Language, LetterId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface BatchRow {
  id: BatchId;
  source: string;
  fileName: string;
  bytes: number;
  receivedAt: Date;
  readAt: Date | null;
  pages: number | null;
  refusedWhy: string | null;
  letters: number;
  waiting: number;
}

/** Lists the newest batches with how far each is, at most `limit`. No personal data, so no event. */
export function listBatches(ctx: DeskContext, limit = 50): Promise<BatchRow[]> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const rows = await sql<BatchRow[]>`
      select b.id, b.source, b.file_name, b.bytes, b.received_at, b.read_at, b.pages, b.refused_why,
        count(l.id)::int as letters, (count(l.id) filter (where l.settled_at is null))::int as waiting
      from batch b left join letter l on l.batch_id = b.id
      group by b.id order by b.received_at desc, b.id desc limit ${limit}`;
    return [...rows];
  });
}

export interface LetterRow {
  id: LetterId;
  batchId: BatchId;
  serviceCode: string | null;
  language: Language | null;
  doubts: number;
  missingPages: number[];
  readAt: Date;
  depositedOn: string;
}

/** Lists the letters that wait for a person, oldest first, id as tie-break; a letter without a service waits to be classified. */
export function listLetters(ctx: DeskContext, limit = 100): Promise<LetterRow[]> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const rows = await sql<LetterRow[]>`
      select id, batch_id, service_code, language, doubts, missing_pages, read_at, deposited_on::text as deposited_on
      from letter where settled_at is null order by read_at, id limit ${limit}`;
    return [...rows];
  });
}
