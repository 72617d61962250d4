import { readAs } from '../audit/read-as.ts';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { lookThroughNow } from './look-through-now.ts';
import { recordedCallId } from './recorded-call-id.ts';

export interface ErasedRecording {
  callSid: string;
  /** The telephone provider's id of the recording. */
  recordingSid: string;
}

/**
 * Writes down that a caller erased what they had just recorded, and has it deleted at the telephone provider now.
 *
 * Guarantee: what was erased is nobody's to hear, even where it would have been a message; safe to repeat.
 */
export async function eraseRecording(
  ctx: DeskContext,
  { callSid, recordingSid }: ErasedRecording,
): Promise<void> {
  const id = recordedCallId(ctx, callSid);
  return transact(ctx, 'evidence.keep', async (tx) => {
    await tx.sql`
      insert into recorded_call (id, call_sid, told_at, erased) values (${id}, ${callSid}, ${tx.now}, array[${recordingSid}])
      on conflict (id) do update set told_at = greatest(recorded_call.told_at, excluded.told_at),
        erased = array(select distinct unnest(recorded_call.erased || excluded.erased))`;
    await lookThroughNow(tx, id);
    return tx.unchanged(undefined);
  });
}

/** Tells whether the caller erased a recording. */
export function isRecordingErased(
  ctx: DeskContext,
  { callSid, recordingSid }: ErasedRecording,
): Promise<boolean> {
  return readAs(ctx, 'evidence.read', async (sql) => {
    const [found] = await sql`
      select 1 from recorded_call where id = ${recordedCallId(ctx, callSid)} and ${recordingSid} = any (erased)`;
    return found !== undefined;
  });
}
