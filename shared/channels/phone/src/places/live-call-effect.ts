import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { draftForPerson } from '../dialog/draft-of.ts';
import type { Effect } from '../dialog/effects.ts';

/** The effect that shows the call, with its answers so far, to who may take it. */
export function liveCallEffect(
  state: CallState,
  { reason, back }: Pick<PlaceAt<'transfer'>, 'reason' | 'back'>,
): Effect[] {
  const draft = draftForPerson(state, back);
  const { callSid, from } = state.facts;
  return [
    {
      kind: 'live-call',
      call: {
        callSid,
        turn: state.turns,
        language: state.language,
        reason,
        ...(from === undefined ? {} : { phone: from }),
        ...(draft === undefined ? {} : { draft }),
        ...(back?.at === 'found' ? { about: { caseId: back.found.caseId, code: back.found.code } } : {}),
      },
    },
  ];
}
