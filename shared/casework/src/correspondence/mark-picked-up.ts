import { type CaseId, type DeliveryId, DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type Fate, settleFate } from './delivery-fate.ts';
import { noteContact } from './note-contact.ts';

/**
 * Writes that a reply was handed to the person at a counter.
 *
 * Guarantee: repeating changes nothing. Errors: not-found; conflict — it goes another way.
 */
export async function markPickedUp(ctx: DeskContext, deliveryId: DeliveryId): Promise<void> {
  return transact(ctx, 'counter.serve', async (tx) => {
    const [found] = await tx.sql<[{ caseId: CaseId; fate: Fate | null }?]>`
      select case_id, fate from delivery where id = ${deliveryId} for update`;
    if (!found) throw new DeskError('not-found', 'no-such-delivery');
    if (found.fate === 'picked-up') return tx.unchanged(undefined);
    if (found.fate !== 'awaiting-pickup') throw new DeskError('conflict', 'not-for-pickup');
    await settleFate(tx, { id: deliveryId, fate: found.fate }, { fate: 'picked-up' });
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await noteContact(tx, found.caseId, 'counter', 'reply', staffId);
    return tx.record(
      { subject: { kind: 'case', id: found.caseId }, kind: 'reply.picked-up', data: { deliveryId } },
      undefined,
    );
  });
}
