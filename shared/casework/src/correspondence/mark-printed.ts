import { type CaseId, type DeliveryId, DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type Fate, settleFate } from './delivery-fate.ts';
import { noteContact } from './note-contact.ts';

/** Takes a letter out of the print queue: printed and posted. Guarantee: repeating changes nothing. Errors: not-found. */
export async function markPrinted(ctx: DeskContext, deliveryId: DeliveryId): Promise<void> {
  return transact(ctx, 'print.mark', async (tx) => {
    const [found] = await tx.sql<[{ caseId: CaseId; printedAt: Date | null; fate: Fate | null }?]>`
      select p.case_id, p.printed_at, d.fate from letter_print p join delivery d on d.id = p.delivery_id
      where p.delivery_id = ${deliveryId} for update of p`;
    if (!found) throw new DeskError('not-found', 'no-such-letter');
    if (found.printedAt !== null) return tx.unchanged(undefined);
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`update letter_print set printed_at = ${tx.now}, printed_by = ${staffId} where delivery_id = ${deliveryId}`;
    await settleFate(tx, { id: deliveryId, fate: found.fate }, { fate: 'printed' });
    await noteContact(tx, found.caseId, 'mail', 'reply', staffId);
    return tx.record(
      { subject: { kind: 'case', id: found.caseId }, kind: 'reply.printed', data: { deliveryId } },
      undefined,
    );
  });
}
