import { createHash } from 'node:crypto';
import { type BatchId, DeskError, newId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { insertEvidence, storeEvidence } from '../privacy/keep-evidence.ts';

export interface ReceiveBatch {
  bytes: Buffer;
  fileName: string;
  mediaType: string;
  source: 'hot-folder' | 'upload';
}

export type ReceivedBatch = { kind: 'received'; batchId: BatchId } | { kind: 'already'; batchId: BatchId };

/** Unit: bytes of one file. */
export const batchBytesMax = 200 * 1024 * 1024;

/**
 * Takes one scanned file in as a batch, kept as received, and stages its reading.
 *
 * Guarantee: the same file twice is one batch; the original is durable before this answers.
 * Errors: invalid — empty or too large.
 */
export async function receiveBatch(ctx: DeskContext, input: ReceiveBatch): Promise<ReceivedBatch> {
  if (input.bytes.length === 0) throw new DeskError('invalid', 'batch-empty');
  if (input.bytes.length > batchBytesMax) throw new DeskError('invalid', 'batch-too-large');
  const sha256 = createHash('sha256').update(input.bytes).digest();
  const id = newId<'batch'>();
  const stored = await storeEvidence(ctx, {
    kind: 'batch',
    mediaType: input.mediaType,
    fileName: input.fileName,
    bytes: input.bytes,
    batchId: id,
  });
  return transact<ReceivedBatch>(ctx, 'mailroom.receive', async (tx) => {
    const fresh = await tx.sql`
      insert into batch (id, sha256, source, file_name, bytes, received_at)
      values (${id}, ${sha256}, ${input.source}, ${input.fileName}, ${input.bytes.length}, ${tx.now})
      on conflict (sha256) do nothing`;
    if (fresh.count === 0) {
      const [known] = await tx.sql<[{ id: BatchId }]>`select id from batch where sha256 = ${sha256}`;
      return tx.unchanged({ kind: 'already', batchId: known.id });
    }
    await insertEvidence(tx, stored);
    await tx.stage('mailroom.read', { batchId: id });
    return tx.record(
      {
        subject: { kind: 'batch', id },
        kind: 'batch.received',
        data: { source: input.source, bytes: input.bytes.length },
      },
      { kind: 'received', batchId: id },
    );
  });
}
