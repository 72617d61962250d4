import { DeskError, type PrintBatchId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { PostingRow } from './list-print-queue.ts';
import { postingParts } from './posting-parts.ts';
import type { SpoiledWhy } from './hand-over-batch.ts';

export interface BatchLetter extends PostingRow {
  /** Its place in the batch, from 1: the order of the PDF and of the list. */
  position: number;
  spoiledWhy: SpoiledWhy | null;
  returnedAt: Date | null;
  /** Its address failed before it left: its envelope is to be taken out. */
  isWithdrawn: boolean;
}

export interface PrintBatch {
  id: PrintBatchId;
  number: number;
  takenAt: Date;
  takenBy: { staffId: string; name: string };
  handedAt: Date | null;
  handedBy: string | null;
  handedTo: string | null;
  handedCount: number | null;
  letters: BatchLetter[];
}

/** Gives a batch and its letters, without what is written on them. No personal data, so no event. Errors: not-found */
export function readPrintBatch(ctx: DeskContext, id: PrintBatchId): Promise<PrintBatch> {
  return readAs(ctx, 'print.list', async (sql) => {
    type Row = Omit<PrintBatch, 'takenBy' | 'letters'> & { takenById: string; takenByName: string };
    const [found] = await sql<[Row?]>`
      select b.id, b.number, b.taken_at, b.taken_by as taken_by_id, t.name as taken_by_name, b.handed_at, h.name as handed_by, b.handed_to,
        b.handed_count
      from print_batch b join staff t on t.id = b.taken_by left join staff h on h.id = b.handed_by where b.id = ${id}`;
    if (!found) throw new DeskError('not-found', 'no-such-print-batch');
    const { columns, joins } = postingParts(sql);
    const letters = await sql<BatchLetter[]>`
      select ${columns}, p.team, p.queued_at, b.position, b.spoiled_why, p.returned_at,
        p.withdrawn_at is not null as is_withdrawn
      from print_batch_letter b join letter_print p on p.id = b.letter_print_id ${joins}
      where b.batch_id = ${id} order by b.position`;
    const { takenById, takenByName, ...facts } = found;
    return { ...facts, takenBy: { staffId: takenById, name: takenByName }, letters: [...letters] };
  });
}
