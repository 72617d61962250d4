import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { liveCallId } from './note-live-call.ts';

/**
 * Ends a call, by the provider's id of it.
 *
 * Guarantee: the number of a call that is over is destroyed; safe to repeat; of a call that was never shown the end is kept
 *   alone, so that a note on its way when it ended shows nothing.
 */
export async function endLiveCall(ctx: DeskContext, callSid: string): Promise<void> {
  const id = liveCallId(ctx.keyring, callSid);
  return transact(ctx, 'call.note', async (tx) => {
    // Whoever comes second to the key, note or end, waits there for the first.
    const [ended] = await tx.sql<[{ wasShown: boolean }?]>`
      insert into live_call (id, state, since, ended_at) values (${id}, 'over', ${tx.now}, ${tx.now})
      on conflict (id) do update set state = 'over', ended_at = excluded.ended_at, data_key = null, sealed = null
      where live_call.ended_at is null returning team is not null as was_shown`;
    if (!ended?.wasShown) return tx.unchanged(undefined);
    return tx.record({ subject: { kind: 'phone', id }, kind: 'call.over' }, undefined);
  });
}
