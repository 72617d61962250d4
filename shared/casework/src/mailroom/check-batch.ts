import { type BatchId, DeskError } from '@guichet/kernel';
import { requirePerson } from '../audit/require-person.ts';
import type { DeskTx } from '../audit/transact.ts';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

export interface CheckBatch {
  batchId: BatchId;
  /** Pages with something on them that a person counted in the pile, blank backs left out. */
  pagesCounted: number;
}

/**
 * Records that a person counted the paper of a batch and found every page legible on the screen: the first of two facts
 * before the paper may be destroyed.
 *
 * Guarantee: once a batch; a count that differs, or a page that nobody can read on the screen, is refused.
 * Errors: not-found; not-now — not read yet; conflict — `batch-refused`, `batch-illegible`; invalid — `batch-count-differs`.
 * Source: CQLR c. C-1.1, s. 17: the transfer is documented, and what it guarantees of integrity
 */
export async function checkBatch(ctx: DeskContext, { batchId, pagesCounted }: CheckBatch): Promise<void> {
  return transact(ctx, 'mailroom.check', async (tx) => {
    requirePerson(ctx);
    const batch = await lockBatch(tx, batchId);
    if (batch.checked) return tx.unchanged(undefined);
    if (batch.readAt === null) throw new DeskError('conflict', 'batch-not-read');
    if (batch.refusedWhy !== null) throw new DeskError('conflict', 'batch-refused');
    if (batch.illegible > 0) throw new DeskError('conflict', 'batch-illegible');
    if (batch.written !== pagesCounted)
      throw new DeskError('invalid', 'batch-count-differs', { params: { written: batch.written } });
    await tx.sql`
      insert into batch_check (batch_id, pages_counted, checked_at, checked_by)
      values (${batchId}, ${pagesCounted}, ${tx.now}, ${staffId(ctx)})`;
    return tx.record(
      { subject: { kind: 'batch', id: batchId }, kind: 'batch.checked', data: { pagesCounted } },
      undefined,
    );
  });
}

export interface LockedBatch {
  sha256: string;
  readAt: Date | null;
  refusedWhy: string | null;
  checked: boolean;
  destroyed: boolean;
  /** Pages that are no blank backs. */
  written: number;
  illegible: number;
  waiting: number;
}

/** Locks a batch with what the gate asks of it. Errors: not-found */
export async function lockBatch(tx: DeskTx, id: BatchId): Promise<LockedBatch> {
  const [locked] = await tx.sql`select id from batch where id = ${id} for update`;
  if (!locked) throw new DeskError('not-found', 'no-such-batch');
  const [batch] = await tx.sql<[LockedBatch]>`
    select encode(b.sha256, 'hex') as sha256, b.read_at, b.refused_why,
      exists (select 1 from batch_check where batch_id = b.id) as checked,
      exists (select 1 from batch_destruction where batch_id = b.id) as destroyed,
      (select count(*)::int from batch_page where batch_id = b.id and taken_for <> 'blank') as written,
      (select count(*)::int from batch_page where batch_id = b.id and taken_for = 'undecodable') as illegible,
      (select count(*)::int from letter where batch_id = b.id and settled_at is null) as waiting
    from batch b where b.id = ${id}`;
  return batch;
}

/** Gives who acts: the gate is for people only. */
export function staffId(ctx: DeskContext): string {
  if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  return ctx.actor.staffId;
}
