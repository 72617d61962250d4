import { type BatchId, DeskError } from '@guichet/kernel';
import { requirePerson } from '../audit/require-person.ts';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { requireTwoHands } from '../people/passwords-given.ts';
import { lockBatch, staffId } from './check-batch.ts';

/** How the paper of a batch may be destroyed. */
export const destructionMethods = ['shredded', 'incinerated', 'contractor'] as const;

/** What documents a transfer from paper and the end of the paper. */
export interface DestructionRecord {
  /** Number of the rule in the body's retention schedule. */
  retentionRule: string;
  originalFormat: string;
  transferProcess: string;
  guarantees: string;
  method: (typeof destructionMethods)[number];
  destroyedAt: Date;
  /** Name of who did it. */
  destroyedBy: string;
}

export interface DestroyBatchPaper
  extends Pick<
    DestructionRecord,
    'retentionRule' | 'originalFormat' | 'transferProcess' | 'guarantees' | 'method'
  > {
  batchId: BatchId;
  /** Said by the person: the paper has no value of its own, archival, historical or heritage. */
  noHeritage: boolean;
  /** The body's own setting: one person runs its mailroom, so that who checked may destroy. */
  onePersonOffice?: boolean;
}

/**
 * Records that the paper of a batch was destroyed: the second fact, and the documentation of the transfer, in one event.
 *
 * Guarantee: only after another person checked the batch and every letter of it is settled; once a batch. Who checked it destroys its
 *   paper only where the body says that one person runs its mailroom, and the event says so.
 * Errors: not-found; not-allowed — `one-hand`; conflict — `batch-not-checked`, `batch-letters-wait`, `batch-same-person`; invalid — `destruction-field-missing`, `destruction-heritage`.
 * Source: CQLR c. C-1.1, s. 17 (original format, process, guarantees of integrity) and s. 20 (rules before destruction,
 *   confidentiality, retention schedule; documents of archival, historical or heritage value stay); c.
 */
export async function destroyBatchPaper(ctx: DeskContext, input: DestroyBatchPaper): Promise<void> {
  return transact(ctx, 'mailroom.destroy', async (tx) => {
    requirePerson(ctx);
    const { batchId, noHeritage, method } = input;
    const said = {
      retentionRule: input.retentionRule.trim(),
      originalFormat: input.originalFormat.trim(),
      transferProcess: input.transferProcess.trim(),
      guarantees: input.guarantees.trim(),
    };
    const batch = await lockBatch(tx, batchId);
    if (batch.destroyed) return tx.unchanged(undefined);
    if (!batch.checked) throw new DeskError('conflict', 'batch-not-checked');
    if (batch.waiting > 0) throw new DeskError('conflict', 'batch-letters-wait');
    if (!noHeritage) throw new DeskError('invalid', 'destruction-heritage');
    if (Object.values(said).includes('') || !destructionMethods.includes(method))
      throw new DeskError('invalid', 'destruction-field-missing');
    const by = staffId(ctx);
    const [check] = await tx.sql<[{ pagesCounted: number; checkedAt: Date; checkedBy: string }]>`
      select pages_counted, checked_at, checked_by from batch_check where batch_id = ${batchId}`;
    const isSamePerson = check.checkedBy === by;
    if (isSamePerson && input.onePersonOffice !== true) throw new DeskError('conflict', 'batch-same-person');
    if (!isSamePerson && input.onePersonOffice !== true) await requireTwoHands(tx, by, check.checkedBy);
    await tx.sql`
      insert into batch_destruction (batch_id, retention_rule, original_format, transfer_process, guarantees, method, destroyed_at, destroyed_by)
      values (${batchId}, ${said.retentionRule}, ${said.originalFormat}, ${said.transferProcess}, ${said.guarantees}, ${method}, ${tx.now}, ${by})`;
    const data = {
      ...said,
      method,
      noHeritage,
      sha256: batch.sha256,
      pagesCounted: check.pagesCounted,
      checkedAt: check.checkedAt.toISOString(),
      checkedBy: check.checkedBy,
      destroyedBy: by,
      ...(isSamePerson ? { onePersonOffice: true } : {}),
    };
    return tx.record(
      { subject: { kind: 'batch', id: batchId }, kind: 'batch.paper-destroyed', data },
      undefined,
    );
  });
}
