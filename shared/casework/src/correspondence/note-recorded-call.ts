import { minute } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { lookThroughNow } from './look-through-now.ts';
import { recordedCallId } from './recorded-call-id.ts';

/** A call forgets itself an hour after its last turn: what it owes of a recording, it has noted by then. Unit: milliseconds. */
export const claimableForMs = 70 * minute;

/**
 * Writes down that the telephone provider may keep recordings of a call, and has them looked through once no turn can claim them.
 *
 * Guarantee: one row and one job a call, however often it is told; news of a later recording puts the look off for all of them,
 *   save where one of them is erased and may be there now.
 * Shape: `noMessage` is the provider's id of a recording told of as an answer, not as a message for a person.
 */
export async function noteRecordedCall(
  ctx: DeskContext,
  callSid: string,
  { noMessage }: { noMessage?: string } = {},
): Promise<void> {
  const id = recordedCallId(ctx, callSid);
  const told = noMessage === undefined ? [] : [noMessage];
  return transact(ctx, 'evidence.keep', async (tx) => {
    const [row] = await tx.sql<[{ isNew: boolean; isErasedLeft: boolean }]>`
      insert into recorded_call (id, call_sid, told_at, no_message) values (${id}, ${callSid}, ${tx.now}, ${told})
      on conflict (id) do update set told_at = greatest(recorded_call.told_at, excluded.told_at),
        no_message = array(select distinct unnest(recorded_call.no_message || excluded.no_message))
      returning xmax = 0 as is_new, not erased <@ gone as is_erased_left`;
    const quietAt = new Date(tx.now.getTime() + claimableForMs);
    if (row.isNew) await tx.stage('correspondence.clear-recordings', { callId: id }, quietAt);
    else if (row.isErasedLeft) await lookThroughNow(tx, id);
    return tx.unchanged(undefined);
  });
}
