import type { BatchId, Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { ReturnedWhy } from './note-returned.ts';

export interface ReturnedRow {
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
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
    const rows = await sql<ReturnedRow[]>`
      select c.reference, c.service_code, c.service_version, p.posted_at, p.returned_at, p.returned_why as why
      from letter_print p join cases c on c.id = p.case_id
      where p.returned_at is not null order by p.returned_at desc, p.id desc limit 50`;
    const reading = await sql<ReturnedMail['reading']>`
      select id as batch_id, file_name, returned_why as why from batch
      where returned_why is not null and read_at is null order by received_at, id limit 20`;
    return { rows: [...rows], reading: [...reading] };
  });
}
