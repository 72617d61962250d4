import {
  type CallState,
  type Effect,
  type Listen,
  readState,
  type Spoken,
  writeState,
} from '@guichet/channels/phone';

/** What is sealed for a call: where it stands, what it last said, and what the desk has not taken yet. */
export interface CallRecord {
  state: CallState;
  say: Spoken[];
  listen: Listen;
  effects: Effect[];
}

/** Writes a call with its effects; the only form in which a call leaves the process. */
export function writeRecord({ state, say, listen, effects }: CallRecord): string {
  return JSON.stringify({ state: writeState(state), say, listen, effects });
}

/** Reads a call that `writeRecord` wrote. */
export function readRecord(text: string): CallRecord {
  const { state, ...rest } = JSON.parse(text) as Omit<CallRecord, 'state'> & { state: string };
  return { ...rest, state: readState(state) };
}
