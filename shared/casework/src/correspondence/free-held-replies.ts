import type { ReplyWay } from '@guichet/catalogue';
import type { CaseId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { releaseReplies } from './release-replies.ts';

/**
 * Lets the replies that wait for an address go to the counter, once no recording is left from which it could be typed; gives
 * whether they went.
 *
 * Guarantee: no reply waits for ever for an address that can't be had: it stands in the list of what is handed over, and all that
 *   is written later on the case joins it. The counter is where a person can be known without an address.
 */
export async function freeHeldReplies(tx: DeskTx, caseId: CaseId, from: ReplyWay): Promise<boolean> {
  const [left] = await tx.sql`
    select 1 from task where case_id = ${caseId} and kind = 'transcription' and done_at is null limit 1`;
  if (left) return false;
  await tx.sql`update cases set reply_way = 'pickup', reply_sealed = null where id = ${caseId}`;
  await tx.sql`
    update reply set way = 'pickup'
    where case_id = ${caseId} and way <> 'none' and to_sealed is null and not exists (select 1 from delivery d where d.reply_id = reply.id)`;
  const replies = await releaseReplies(tx, caseId);
  await tx.note({
    subject: { kind: 'case', id: caseId },
    kind: 'reply.rerouted',
    data: { from, to: 'pickup', replies },
  });
  return true;
}
