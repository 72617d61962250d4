import { createHash } from 'node:crypto';
import {
  type BatchId,
  type CaseId,
  type DraftId,
  type EvidenceId,
  type LetterId,
  newId,
} from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

export interface NewEvidence {
  id?: EvidenceId;
  kind: 'upload' | 'recording' | 'batch' | 'page' | 'letter-out' | 'receipt' | 'message';
  mediaType: string;
  bytes: Buffer;
  fileName?: string;
  page?: number;
  caseId?: CaseId;
  draftId?: DraftId;
  batchId?: BatchId;
  letterId?: LetterId;
}

/** What stays of an original once its bytes are in the store: enough to write its row. */
export interface StoredEvidence extends Omit<NewEvidence, 'bytes' | 'id'> {
  id: EvidenceId;
  size: number;
  sha256: Buffer;
  dataKey: Buffer;
}

/**
 * Puts an original in the store, sealed with a key of its own, before any row names it.
 *
 * Guarantee: durable when this answers; a crash before its row is written leaves bytes that nobody can open.
 */
export async function storeEvidence(ctx: DeskContext, input: NewEvidence): Promise<StoredEvidence> {
  const { bytes, id = newId<'evidence'>(), ...facts } = input;
  const dek = ctx.keyring.newKey();
  await ctx.evidence.put(id, ctx.keyring.seal(dek, `evidence:${id}`, bytes));
  return {
    ...facts,
    id,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
    dataKey: ctx.keyring.wrap(dek, `evidence:${id}`),
  };
}

/** Writes the row of a stored original. Safe to repeat with one id. */
export async function insertEvidence(tx: DeskTx, stored: StoredEvidence): Promise<void> {
  await tx.sql`
    insert into evidence (id, kind, case_id, draft_id, batch_id, letter_id, page, media_type, file_name, bytes, sha256, data_key, created_at, stored_at)
    values (${stored.id}, ${stored.kind}, ${stored.caseId ?? null}, ${stored.draftId ?? null}, ${stored.batchId ?? null},
      ${stored.letterId ?? null}, ${stored.page ?? null}, ${stored.mediaType}, ${stored.fileName ?? null}, ${stored.size},
      ${stored.sha256}, ${stored.dataKey}, ${tx.now}, ${tx.now})
    on conflict (id) do nothing`;
}
