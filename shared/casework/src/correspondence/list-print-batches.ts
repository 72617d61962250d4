import type { PrintBatchId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface PrintBatchRow {
  id: PrintBatchId;
  number: number;
  takenAt: Date;
  takenBy: string;
  handedAt: Date | null;
  letters: number;
  spoiled: number;
}

/** Lists the batches of the actor's teams: those not handed over yet first, then the newest, at most 50. No personal data, so no event. */
export function listPrintBatches(ctx: DeskContext): Promise<PrintBatchRow[]> {
  return readAs(ctx, 'print.list', async (sql) => {
    const rows = await sql<PrintBatchRow[]>`
      select b.id, b.number, b.taken_at, s.name as taken_by, b.handed_at,
        (select count(*)::int from print_batch_letter l where l.batch_id = b.id) as letters,
        (select count(*)::int from print_batch_letter l where l.batch_id = b.id and l.spoiled_at is not null) as spoiled
      from print_batch b join staff s on s.id = b.taken_by
      order by b.handed_at is not null, b.number desc limit 50`;
    return [...rows];
  });
}
