import type { ReplyId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { stopClocks } from '../clocks/stop-clocks.ts';
import type { CaseId } from '@guichet/kernel';

/**
 * Stages the replies of a case that waited for an address, oldest first, and stops the clock of the acknowledgement.
 *
 * Guarantee: a reply that was attempted before is not staged again. Gives how many were.
 */
export async function releaseReplies(tx: DeskTx, caseId: CaseId): Promise<number> {
  const held = await tx.sql<{ id: ReplyId; purpose: string }[]>`
    select id, purpose from reply r
    where case_id = ${caseId} and not exists (select 1 from delivery d where d.reply_id = r.id) order by created_at, id`;
  for (const { id } of held) await tx.stage('correspondence.send', { replyId: id });
  if (held.some(({ purpose }) => purpose === 'acknowledgement'))
    await stopClocks(tx, caseId, ['acknowledge']);
  return held.length;
}
