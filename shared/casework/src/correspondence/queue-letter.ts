import { type CaseId, type DeliveryId, DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { insertEvidence, storeEvidence } from '../privacy/keep-evidence.ts';
import { type Fate, settleFate } from './delivery-fate.ts';

/**
 * Keeps the letter of a delivery as evidence and puts it in the print queue.
 *
 * Guarantee: one letter in the queue a delivery, however often the job runs. Errors: not-found.
 */
export async function queueLetter(
  ctx: DeskContext,
  outboxId: string,
  deliveryId: DeliveryId,
  pdf: Buffer,
): Promise<void> {
  await transact(ctx, 'reply.deliver', (tx) =>
    once(tx, outboxId, 'correspondence.send', async () => {
      const [found] = await tx.sql<[{ caseId: CaseId; team: string; fate: Fate | null }?]>`
        select d.case_id, c.team, d.fate from delivery d join cases c on c.id = d.case_id where d.id = ${deliveryId} for update of d`;
      if (!found) throw new DeskError('not-found', 'no-such-delivery', { detail: deliveryId });
      if (found.fate !== null) return tx.unchanged(undefined);
      const { caseId } = found;
      const stored = await storeEvidence(ctx, {
        kind: 'letter-out',
        mediaType: 'application/pdf',
        bytes: pdf,
        caseId,
      });
      await insertEvidence(tx, stored);
      await tx.sql`
        insert into letter_print (delivery_id, case_id, team, evidence_id, queued_at)
        values (${deliveryId}, ${caseId}, ${found.team}, ${stored.id}, ${tx.now})`;
      await settleFate(tx, { id: deliveryId, fate: null }, { fate: 'print-queue' });
      return tx.record(
        {
          subject: { kind: 'case', id: caseId },
          kind: 'reply.print-queue',
          data: { deliveryId, evidenceId: stored.id },
        },
        undefined,
      );
    }),
  );
}
