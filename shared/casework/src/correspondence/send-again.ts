import { type CaseId, DeskError, type DeliveryId, type ReplyId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type Fate, settleFate } from './delivery-fate.ts';

/**
 * Lets a person send a reply again whose last attempt failed or is of unsure fate.
 *
 * Guarantee: a second asking before the new attempt is made finds nothing left to repeat. Gives whether it was staged.
 * Errors: not-found — no such reply, or of another team; conflict — it reached the person, or is on its way.
 */
export async function sendAgain(ctx: DeskContext, replyId: ReplyId): Promise<boolean> {
  return transact(ctx, 'case.reply', async (tx) => {
    const [last] = await tx.sql<
      [{ id: DeliveryId; caseId: CaseId; fate: Fate | null; detail: string | null }?]
    >`
      select id, case_id, fate, detail from delivery where reply_id = ${replyId} order by attempt desc limit 1 for update`;
    if (!last) throw new DeskError('not-found', 'no-such-reply');
    if (last.detail === sentAgain) return tx.unchanged(false);
    if (last.fate !== 'unsure' && last.fate !== 'bounced' && last.fate !== 'returned')
      throw new DeskError('conflict', 'reply-on-its-way');
    if (last.fate === 'unsure') await settleFate(tx, last, { fate: 'bounced', detail: sentAgain });
    else await tx.sql`update delivery set detail = ${sentAgain} where id = ${last.id}`;
    await tx.stage('correspondence.send', { replyId });
    return tx.record(
      {
        subject: { kind: 'case', id: last.caseId },
        kind: 'reply.sent-again',
        data: { replyId, deliveryId: last.id },
      },
      true,
    );
  });
}

/** Marks the attempt that a person gave up on. */
const sentAgain = 'sent-again-by-staff';
