import type { CallState } from '../dialog/call-state.ts';
import type { CallbackRequest } from '../dialog/effects.ts';
import { callbackEffect } from './at-calling-back.ts';

/**
 * Gives the call back that is owed to someone who hangs up once told that a person will call, with the call as it then
 * stands; undefined when nothing is owed.
 *
 * Guarantee: the number is one that the caller keyed, or the one shown unless the caller asked for another.
 */
export function owedCallBack(state: CallState): { request: CallbackRequest; state: CallState } | undefined {
  const { place } = state;
  if (place.at !== 'person' || !promised.has(place.step)) return undefined;
  const phone = place.phone ?? state.facts.from;
  if (phone === undefined) return undefined;
  const { reason, back } = place;
  const [effect] = callbackEffect(state, {
    at: 'calling-back',
    reason,
    phone,
    ...(back === undefined ? {} : { back }),
  });
  if (effect?.kind !== 'callback') return undefined;
  return { request: effect.request, state: { ...state, counts: { ...state.counts, handed: true } } };
}

/** Steps that follow the promise to call, the number known. */
const promised = new Set(['number', 'confirm-number', 'window']);
