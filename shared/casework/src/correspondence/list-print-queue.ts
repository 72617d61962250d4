import type { PostingId, Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

/** Something that goes by post, without what is written on it. */
export interface PostingRow {
  id: PostingId;
  kind: 'reply' | 'form';
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  /** Why it is written. */
  purpose: string;
  team: string;
  pages: number;
  queuedAt: Date;
}

export interface PrintQueue {
  /** The longest waiting, at most 200. */
  rows: PostingRow[];
  /** All that wait. */
  waiting: number;
}

/** Lists what the actor's teams have to print and is in no batch yet, longest first. No personal data, so no event. */
export function listPrintQueue(ctx: DeskContext): Promise<PrintQueue> {
  return readAs(ctx, 'print.list', async (sql) => {
    const [all] = await sql<[{ waiting: number }]>`
      select count(*)::int as waiting from letter_print where posted_at is null and batch_id is null`;
    const rows = await sql<PostingRow[]>`
      select p.id, p.kind, c.reference, c.service_code, c.service_version, r.purpose, p.team, p.pages, p.queued_at
      from letter_print p join cases c on c.id = p.case_id
        join delivery d on d.id = p.delivery_id join reply r on r.id = d.reply_id
      where p.posted_at is null and p.batch_id is null order by p.queued_at, p.id limit 200`;
    return { rows: [...rows], waiting: all.waiting };
  });
}
