import type { CaseId, DeliveryId, PostingId, ReplyId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { type Fate, settleFate } from './delivery-fate.ts';

/**
 * Takes the letters of a case whose address failed out of the print queue and the batches that are still in the house, and
 * stages them to be told another way or to wait for an address; gives how many.
 *
 * Guarantee: none of them is posted any more: an open batch counts them as held back. Whoever calls holds the case locked.
 */
export async function withdrawQueued(tx: DeskTx, caseId: CaseId): Promise<number> {
  const withdrawn = await tx.sql<
    { id: PostingId; deliveryId: DeliveryId; fate: Fate | null; replyId: ReplyId }[]
  >`
    update letter_print p set withdrawn_at = ${tx.now}, batch_id = null
    from delivery d where d.id = p.delivery_id and p.case_id = ${caseId} and p.posted_at is null and p.withdrawn_at is null
    returning p.id, p.delivery_id, d.fate, d.reply_id`;
  for (const { id, deliveryId, fate, replyId } of withdrawn) {
    await tx.sql`
      update print_batch_letter set spoiled_at = ${tx.now}, spoiled_why = 'held-back'
      where letter_print_id = ${id} and spoiled_at is null`;
    await settleFate(tx, { id: deliveryId, fate }, { fate: 'withdrawn' });
    await tx.stage('correspondence.send', { replyId });
    await tx.note({
      subject: { kind: 'case', id: caseId },
      kind: 'reply.withdrawn',
      data: { postingId: id, deliveryId },
    });
  }
  return withdrawn.length;
}
