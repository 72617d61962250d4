import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import type { CallbackRequest } from '../dialog/effects.ts';
import { callbackEffect } from './at-calling-back.ts';

/**
 * Gives the call back that is owed to someone who hangs up once told that a person will call, with the call as it then
 * stands; undefined when nothing is owed.
 *
 * Guarantee: the number is one that the caller keyed, or the one shown unless the caller asked for another; what was asked of
 *   the desk and not taken yet is owed as it was asked.
 */
export function owedCallBack(state: CallState): { request: CallbackRequest; state: CallState } | undefined {
  const owed = owedIn(state);
  const [effect] = owed === undefined ? [] : callbackEffect(state, owed);
  if (effect?.kind !== 'callback') return undefined;
  const { request } = effect;
  if (request.phone === undefined && request.recording === undefined) return undefined;
  return { request, state: { ...state, counts: { ...state.counts, handed: true } } };
}

function owedIn({ place, facts }: CallState): PlaceAt<'calling-back'> | undefined {
  switch (place.at) {
    case 'calling-back':
      return place;
    case 'last-word':
    case 'ended':
      return place.owed;
    case 'person': {
      const { reason, back, step } = place;
      const phone = step === 'message' ? place.phone : (place.phone ?? facts.from);
      if (!promised.has(step) || phone === undefined) return undefined;
      return { at: 'calling-back', reason, phone, ...(back === undefined ? {} : { back }) };
    }
    default:
      return undefined;
  }
}

/** Steps that follow the promise to call, the number known. */
const promised = new Set(['number', 'confirm-number', 'window', 'message']);
