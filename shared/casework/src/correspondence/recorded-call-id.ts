import { type Id, idOfHash } from '@guichet/kernel';
import type { DeskContext } from '../context.ts';

export type RecordedCallId = Id<'recorded-call'>;

/** Gives the id under which a call that left recordings at the telephone provider is noted. */
export function recordedCallId(ctx: DeskContext, callSid: string): RecordedCallId {
  return idOfHash(ctx.keyring.blindIndex('recorded-call', callSid));
}
