import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { oldestCall } from '../correspondence/call-life.ts';
import type { LiveCallId } from '../correspondence/note-live-call.ts';

const pageMax = 100;

/**
 * Ends the calls whose end was never heard, once no call can last so long, and forgets the ends of calls that were never shown.
 * Gives how many it ended.
 *
 * Guarantee: the number of a call ended so is destroyed, as at any end; safe to repeat.
 */
export async function endLostCalls(ctx: DeskContext): Promise<number> {
  let ended = 0;
  for (;;) {
    const count = await endPage(ctx);
    ended += count;
    if (count < pageMax) break;
  }
  await forgetUnshown(ctx);
  return ended;
}

function endPage(ctx: DeskContext): Promise<number> {
  return transact(ctx, 'records.keep', async (tx) => {
    const lost = await tx.sql<{ id: LiveCallId }[]>`
      update live_call set state = 'over', ended_at = ${tx.now}, data_key = null, sealed = null
      where id in (
        select id from live_call where ended_at is null and since <= ${oldestCall(ctx)}
        order by since, id limit ${pageMax} for update skip locked)
      returning id`;
    for (const { id } of lost)
      await tx.note({ subject: { kind: 'phone', id }, kind: 'call.over', data: { heard: false } });
    return tx.unchanged(lost.length);
  });
}

/** No note of a call can come any more: its end alone tells nothing. */
function forgetUnshown(ctx: DeskContext): Promise<void> {
  return transact(ctx, 'records.keep', async (tx) => {
    await tx.sql`delete from live_call where team is null and ended_at <= ${oldestCall(ctx)}`;
    return tx.unchanged(undefined);
  });
}
