import type { LetterId, PostingId, Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { postingParts } from './posting-parts.ts';

/** Something that goes by post, without what is written on it. */
export interface PostingRow {
  id: PostingId;
  /** `answer`: to who sent a letter that no case holds. */
  kind: 'reply' | 'form' | 'answer';
  /** Of an answer: the letter that it answers. */
  letterId: LetterId | null;
  /** Of its case, with its service; an answer has none. */
  reference: Reference | null;
  serviceCode: string | null;
  serviceVersion: number | null;
  /** Why it is written. */
  purpose: string;
  /** Of its case; an answer is of the mailroom. */
  team: string | null;
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
      select count(*)::int as waiting from letter_print where posted_at is null and batch_id is null and withdrawn_at is null`;
    const { columns, joins } = postingParts(sql);
    const rows = await sql<PostingRow[]>`
      select ${columns}, p.team, p.queued_at from letter_print p ${joins}
      where p.posted_at is null and p.batch_id is null and p.withdrawn_at is null order by p.queued_at, p.id limit 200`;
    return { rows: [...rows], waiting: all.waiting };
  });
}
