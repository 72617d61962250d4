import { DeskError, type DraftId, type DraftNumber, isDeskError, newDraftNumber } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { resumeCode } from '../privacy/proofs.ts';

/** What a person keeps to go on later at any door. */
export interface OfferedResume {
  number: DraftNumber;
  /** Six digits; told beside the number, never sent. */
  code: string;
  /** Until when the draft waits, unless it is changed again. */
  expiresAt: Date;
}

const drawsMax = 5;

/**
 * Gives the number and the code by which a draft goes on at another door.
 *
 * Guarantee: the same each time it is asked for one draft. Errors: gone — the draft expired, went on elsewhere or became a case.
 * Source: decision 0013
 */
export async function offerResume(
  ctx: DeskContext,
  { draftId }: { draftId: DraftId },
): Promise<OfferedResume> {
  for (let draw = 1; ; draw += 1) {
    try {
      return await numberDraft(ctx, draftId);
    } catch (error) {
      // Two drafts drew one number: another is drawn.
      if (!isDeskError(error) || error.code !== 'conflict' || draw === drawsMax) throw error;
    }
  }
}

function numberDraft(ctx: DeskContext, id: DraftId): Promise<OfferedResume> {
  return transact(ctx, 'draft.save', async (tx) => {
    const [found] = await tx.sql<[{ number: DraftNumber | null; caseId: string | null; expiresAt: Date }?]>`
      select number, case_id, expires_at from draft where id = ${id} and expires_at > ${tx.now} for update`;
    if (!found) throw new DeskError('gone', 'draft-expired');
    if (found.caseId) throw new DeskError('gone', 'draft-submitted');
    const { expiresAt } = found;
    const number = found.number ?? newDraftNumber();
    const offered = { number, code: resumeCode(ctx.keyring, number), expiresAt };
    if (found.number) return tx.unchanged(offered);
    await tx.sql`update draft set number = ${number} where id = ${id}`;
    return tx.record({ subject: { kind: 'draft', id }, kind: 'draft.number-given' }, offered);
  });
}
