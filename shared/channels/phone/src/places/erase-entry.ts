import type { CallState } from '../dialog/call-state.ts';
import type { Input } from '../dialog/turn.ts';

/**
 * Takes back the entry that a place has just read back or half taken, when the star key is pressed alone.
 *
 * Guarantee: what was kept before it stays; a recording erased by the star is made again, and nothing else with it.
 */
export function eraseEntry(state: CallState, input: Input): CallState {
  const { place } = state;
  const recorded = input.kind === 'recording' && input.seconds >= 1;
  if (place.at === 'person' && place.step === 'confirm-number')
    return { ...state, place: { ...place, step: 'key-number' } };
  if (place.at !== 'ask' || recorded || !erasable.has(place.sub.step)) return state;
  return { ...state, place: { ...place, sub: { step: 'ask' } } };
}

/** Steps that hold an entry not kept yet; elsewhere the star says the prompt again. */
const erasable = new Set([
  'confirm',
  'twice',
  'name',
  'fraction',
  'whole-address',
  'civic',
  'unit',
  'postal-letters',
]);
