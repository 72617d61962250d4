import type { ReplyId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { lockCase } from '../cases/lock-case.ts';
import type { DeskContext } from '../context.ts';
import { finishAddressTask } from './ask-for-address.ts';
import { freeHeldReplies } from './free-held-replies.ts';

/**
 * Keeps at the counter the letters of a person whose address can't be found; gives how many.
 *
 * Guarantee: nothing that came back is lost: it stands in the list of what is handed over; repeating changes nothing.
 * Errors: not-found
 */
export async function leaveAtCounter(ctx: DeskContext, reference: string): Promise<number> {
  return transact(ctx, 'address.correct', async (tx) => {
    const found = await lockCase(tx, reference);
    const returned = await tx.sql<{ id: ReplyId }[]>`
      select r.id from reply r
        join lateral (select fate from delivery where reply_id = r.id order by attempt desc limit 1) d on d.fate in ('returned', 'withdrawn')
      where r.case_id = ${found.id} and r.way = 'letter' order by r.created_at, r.id`;
    await finishAddressTask(ctx, tx, found.id);
    if (returned.length === 0 && found.replyWay !== 'letter') return tx.unchanged(0);
    await freeHeldReplies(tx, found.id, found.replyWay);
    for (const { id } of returned) {
      await tx.sql`update reply set way = 'pickup' where id = ${id}`;
      await tx.stage('correspondence.send', { replyId: id });
    }
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'address.not-found',
        data: { letters: returned.length },
      },
      returned.length,
    );
  });
}
