import type { VisitId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/**
 * Writes beside the request of a visit that ended before its form was taken the case that it became: a counter kept it meanwhile.
 *
 * Guarantee: repeating changes nothing; a form of no visit, or of one that goes on, is left to the visit's end.
 */
export async function settleForm(ctx: DeskContext, form: string): Promise<void> {
  await transact<void>(ctx, 'counter.serve', async (tx) => {
    // One form, one request; a draft bears the form's number in its key.
    const [settled] = await tx.sql<[{ visitId: VisitId }?]>`
      update visit_request r set case_id = d.case_id from draft d, visit v
      where r.form = ${form} and r.case_id is null and v.id = r.visit_id and v.ended_at is not null
        and d.external_key = ${`counter:${form}`} and d.case_id is not null
      returning r.visit_id`;
    if (!settled) return tx.unchanged(undefined);
    return tx.record(
      { subject: { kind: 'visit', id: settled.visitId }, kind: 'visit.request-settled' },
      undefined,
    );
  });
}
