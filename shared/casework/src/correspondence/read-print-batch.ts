import { DeskError, type PrintBatchId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { PostingRow } from './list-print-queue.ts';
import type { SpoiledWhy } from './hand-over-batch.ts';

export interface BatchLetter extends PostingRow {
  /** Its place in the batch, from 1: the order of the PDF and of the list. */
  position: number;
  spoiledWhy: SpoiledWhy | null;
  returnedAt: Date | null;
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
    const letters = await sql<BatchLetter[]>`
      select p.id, l.position, p.kind, c.reference, c.service_code, c.service_version, r.purpose, p.team, p.pages, p.queued_at, l.spoiled_why,
        p.returned_at
      from print_batch_letter l join letter_print p on p.id = l.letter_print_id join cases c on c.id = p.case_id
        join delivery d on d.id = p.delivery_id join reply r on r.id = d.reply_id
      where l.batch_id = ${id} order by l.position`;
    const { takenById, takenByName, ...facts } = found;
    return { ...facts, takenBy: { staffId: takenById, name: takenByName }, letters: [...letters] };
  });
}
