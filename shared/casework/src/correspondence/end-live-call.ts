import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { liveCallId } from './note-live-call.ts';

/**
 * Ends a call that was shown, by the provider's id of it.
 *
 * Guarantee: the number of a call that is over is destroyed; safe to repeat; a call that was never shown changes nothing.
 */
export async function endLiveCall(ctx: DeskContext, callSid: string): Promise<void> {
  const id = liveCallId(ctx.keyring, callSid);
  return transact(ctx, 'call.note', async (tx) => {
    const ended = await tx.sql`
      update live_call set state = 'over', ended_at = ${tx.now}, data_key = null, sealed = null where id = ${id} and ended_at is null`;
    if (ended.count === 0) return tx.unchanged(undefined);
    return tx.record({ subject: { kind: 'phone', id }, kind: 'call.over' }, undefined);
  });
}
