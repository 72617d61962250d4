import { createHash } from 'node:crypto';
import { type BatchId, DeskError, newId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { readAs } from '../audit/read-as.ts';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import type { ReturnedWhy } from '../correspondence/note-returned.ts';
import { insertEvidence, type StoredEvidence, storeEvidence } from '../privacy/keep-evidence.ts';

export interface ReceiveBatch {
  bytes: Buffer;
  fileName: string;
  mediaType: string;
  source: 'hot-folder' | 'upload' | 'email';
  /** A pile of envelopes that came back, and what is written on all of them; absent for mail received. */
  returnedWhy?: ReturnedWhy;
  /** What was written with the file: kept sealed beside it, as it came. */
  message?: string;
}

export type ReceivedBatch =
  | { kind: 'received'; batchId: BatchId }
  | { kind: 'already'; batchId: BatchId }
  /** Kept before as something else: as mail received, or as a pile that came back for another reason. It stays that. */
  | { kind: 'otherwise'; batchId: BatchId; returnedWhy: ReturnedWhy | null };

/** Unit: bytes of one file. */
export const batchBytesMax = 200 * 1024 * 1024;

/** Pages of one file; the reading refuses a longer one. */
export const batchPagesMax = 200;

/**
 * Takes one scanned file in as a batch, kept as received, and stages its reading.
 *
 * Guarantee: the same file twice is one batch, stored once; the original is durable before this answers.
 * Errors: invalid — empty or too large.
 */
export async function receiveBatch(ctx: DeskContext, input: ReceiveBatch): Promise<ReceivedBatch> {
  if (input.bytes.length === 0) throw new DeskError('invalid', 'batch-empty');
  if (input.bytes.length > batchBytesMax) throw new DeskError('invalid', 'batch-too-large');
  const sha256 = createHash('sha256').update(input.bytes).digest();
  const known = await readAs(ctx, 'mailroom.receive', (sql) => knownBatch(sql, sha256, input));
  if (known !== undefined) return known;
  const id = newId<'batch'>();
  const fileName = plainName(input.fileName);
  const stored = [
    await storeEvidence(ctx, {
      kind: 'batch',
      mediaType: input.mediaType,
      fileName,
      bytes: input.bytes,
      batchId: id,
    }),
  ];
  if (input.message !== undefined) stored.push(await storeMessage(ctx, id, input.message));
  const received = await transact<ReceivedBatch>(ctx, 'mailroom.receive', async (tx) => {
    const fresh = await tx.sql`
      insert into batch (id, sha256, source, file_name, bytes, received_at, returned_why)
      values (${id}, ${sha256}, ${input.source}, ${fileName}, ${input.bytes.length}, ${tx.now}, ${input.returnedWhy ?? null})
      on conflict (sha256) do nothing`;
    if (fresh.count === 0) {
      const other = await knownBatch(tx.sql, sha256, input);
      if (other === undefined) throw new DeskError('broken', 'fault', { detail: 'a batch vanished' });
      return tx.unchanged(other);
    }
    for (const one of stored) await insertEvidence(tx, one);
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
  // Another took the same file meanwhile. Only an answer is sure enough to destroy: a lost commit may have been one.
  if (received.kind !== 'received') for (const one of stored) await ctx.evidence.destroy(one.id);
  return received;
}

/** Gives the batch that a file is already, and whether it was taken for the same. */
async function knownBatch(
  sql: Tx,
  sha256: Buffer,
  input: Pick<ReceiveBatch, 'returnedWhy'>,
): Promise<Exclude<ReceivedBatch, { kind: 'received' }> | undefined> {
  const [known] = await sql<[{ id: BatchId; returnedWhy: ReturnedWhy | null }?]>`
    select id, returned_why from batch where sha256 = ${sha256}`;
  if (known === undefined) return undefined;
  const { id: batchId, returnedWhy } = known;
  if (returnedWhy === (input.returnedWhy ?? null)) return { kind: 'already', batchId };
  return { kind: 'otherwise', batchId, returnedWhy };
}

function storeMessage(ctx: DeskContext, batchId: BatchId, text: string): Promise<StoredEvidence> {
  return storeEvidence(ctx, {
    kind: 'message',
    mediaType: 'text/plain; charset=utf-8',
    fileName: 'message.txt',
    bytes: Buffer.from(text),
    batchId,
  });
}

/** A scanner or a sender names a file as it likes; people read it on a page. */
function plainName(name: string): string {
  return (
    name
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      .trim()
      .slice(0, 120) || 'document'
  );
}
