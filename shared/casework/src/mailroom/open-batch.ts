import type { BatchId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import type { ReturnedWhy } from '../correspondence/note-returned.ts';
import { openEvidence } from '../privacy/read-evidence.ts';

export interface OpenBatch {
  /** Unit: bytes of the file. */
  size: number;
  mediaType: string;
  /** Set for a pile of envelopes that came back. */
  returnedWhy: ReturnedWhy | null;
  /** Gives the file as it came, as often as is asked. Errors: gone — its key was destroyed. */
  read(): Promise<Buffer>;
}

/** Gives the worker a batch and the way to its original; undefined when its reading is settled already. */
export async function openBatch(ctx: DeskContext, batchId: BatchId): Promise<OpenBatch | undefined> {
  return transact(ctx, 'mailroom.read', async (tx) => {
    const [row] = await tx.sql<
      [
        {
          evidenceId: string;
          dataKey: Buffer | null;
          size: number;
          mediaType: string;
          returnedWhy: ReturnedWhy | null;
        }?,
      ]
    >`
      select e.id as evidence_id, e.data_key, coalesce(e.bytes, 0)::int as size, e.media_type, b.returned_why from batch b
      join evidence e on e.batch_id = b.id and e.kind = 'batch' and e.letter_id is null
      where b.id = ${batchId} and b.read_at is null`;
    if (!row) return tx.unchanged(undefined);
    const { evidenceId, dataKey, ...facts } = row;
    return tx.unchanged({ ...facts, read: () => openEvidence(ctx, evidenceId, dataKey) });
  });
}
