import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { draftForPerson, saveDraft } from '../dialog/draft-of.ts';
import type { Effect } from '../dialog/effects.ts';

/**
 * The effects that show the call, with its answers so far, to who may take it.
 *
 * Guarantee: the screen shows what is kept, so what was keyed a moment ago is kept first; what goes on elsewhere is there already.
 */
export function liveCallEffect(
  state: CallState,
  { reason, back }: Pick<PlaceAt<'transfer'>, 'reason' | 'back'>,
): Effect[] {
  const draft = draftForPerson(state, back);
  const { callSid, from } = state.facts;
  return [
    ...(back?.at === 'accepted' ? [] : saveDraft(state)),
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
