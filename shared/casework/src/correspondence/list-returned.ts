import type { BatchId, LetterId, Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { postingParts } from './posting-parts.ts';
import type { ReturnedWhy } from './note-returned.ts';

export interface ReturnedRow {
  /** Null for the answer to a letter that no case holds. */
  reference: Reference | null;
  letterId: LetterId | null;
  serviceCode: string | null;
  serviceVersion: number | null;
  postedAt: Date | null;
  returnedAt: Date;
  why: ReturnedWhy;
}

export interface ReturnedMail {
  /** The newest, at most 50. */
  rows: ReturnedRow[];
  /** Scanned piles whose codes are not read yet. */
  reading: { batchId: BatchId; fileName: string; why: ReturnedWhy }[];
}

/** Lists what came back to the actor's teams and the piles still being read. No personal data, so no event. */
export function listReturned(ctx: DeskContext): Promise<ReturnedMail> {
  return readAs(ctx, 'mail.return', async (sql) => {
    const { columns, joins } = postingParts(sql);
    const rows = await sql<ReturnedRow[]>`
      select ${columns}, p.posted_at, p.returned_at, p.returned_why as why from letter_print p ${joins}
      where p.returned_at is not null order by p.returned_at desc, p.id desc limit 50`;
    const reading = await sql<ReturnedMail['reading']>`
      select id as batch_id, file_name, returned_why as why from batch
      where returned_why is not null and read_at is null order by received_at, id limit 20`;
    return { rows: [...rows], reading: [...reading] };
  });
}
