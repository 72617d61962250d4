import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { RecordedCallId } from './note-recorded-call.ts';

export interface RecordedCall {
  /** The provider's id of the call. */
  callSid: string;
  /** When the provider last told of a recording, or of the call's end. */
  toldAt: Date;
}

/** Finds a call whose recordings the provider may still keep; undefined once it keeps none. */
export function findRecordedCall(ctx: DeskContext, id: RecordedCallId): Promise<RecordedCall | undefined> {
  return readAs(ctx, 'evidence.read', async (sql) => {
    const [found] = await sql<[RecordedCall?]>`
      select call_sid, told_at from recorded_call where id = ${id}`;
    return found;
  });
}
