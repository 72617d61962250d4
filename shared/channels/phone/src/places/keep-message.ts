import type { EvidenceId } from '@guichet/kernel';
import type { CallState } from '../dialog/call-state.ts';
import type { Effect } from '../dialog/effects.ts';
import type { Input } from '../dialog/turn.ts';

/** The effect that keeps a message left for a person. */
export function keepMessage(
  state: CallState,
  input: Extract<Input, { kind: 'recording' }>,
  evidence: EvidenceId,
): Effect {
  const { callSid } = state.facts;
  return {
    kind: 'record-evidence',
    recording: {
      callSid,
      request: state.request,
      recordingSid: input.sid,
      recordingUrl: input.url,
      evidence,
      question: 'message',
    },
  };
}
