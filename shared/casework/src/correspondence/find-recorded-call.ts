import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { RecordedCallId } from './recorded-call-id.ts';

export interface RecordedCall {
  /** The provider's id of the call. */
  callSid: string;
  /** Recordings that the caller erased, by the provider's ids of them. */
  erased: string[];
  /** Of the erased, those that were seen to go. */
  gone: string[];
  /** Those told of as no message. */
  noMessage: string[];
}

/** Finds a call whose recordings the provider may still keep; undefined once it keeps none. */
export function findRecordedCall(ctx: DeskContext, id: RecordedCallId): Promise<RecordedCall | undefined> {
  return readAs(ctx, 'evidence.read', async (sql) => {
    const [found] = await sql<[RecordedCall?]>`
      select call_sid, erased, gone, no_message from recorded_call where id = ${id}`;
    return found;
  });
}
