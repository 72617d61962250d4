import { type CaseId, type DeliveryId, DeskError, type EvidenceId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { openEvidence } from '../privacy/read-evidence.ts';

/** Gives the PDF of a letter to print, and leaves the event that says who had it. Errors: not-found; gone. */
export async function readLetterToPrint(ctx: DeskContext, deliveryId: DeliveryId): Promise<Buffer> {
  return transact(ctx, 'print.mark', async (tx) => {
    const [found] = await tx.sql<[{ caseId: CaseId; id: EvidenceId; dataKey: Buffer | null }?]>`
      select p.case_id, e.id, e.data_key from letter_print p join evidence e on e.id = p.evidence_id where p.delivery_id = ${deliveryId}`;
    if (!found) throw new DeskError('not-found', 'no-such-letter');
    const pdf = await openEvidence(ctx, found.id, found.dataKey);
    return tx.record(
      { subject: { kind: 'case', id: found.caseId }, kind: 'letter.read-to-print', data: { deliveryId } },
      pdf,
    );
  });
}
