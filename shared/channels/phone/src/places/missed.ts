import { countMiss } from '../dialog/count-call.ts';
import type { CallState } from '../dialog/call-state.ts';
import { type Move, moveTo } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';

/** Counts a misunderstanding and asks again: briefly, then with the way to a person, then by a recording. */
export function missed(state: CallState, input: Input, why: string): Move {
  const { place } = state;
  const misses = 'misses' in place ? place.misses + 1 : 1;
  const now: CallState = {
    ...state,
    // Who asked for the slow line lets prompts pass: that is no misunderstanding of the whole call.
    misses: state.misses + (state.slow && input.kind === 'silence' ? 0 : 1),
    counts: countMiss(state, input),
    speechMisses: state.speechMisses + (input.kind === 'speech' ? 1 : 0),
    place: again(place, misses),
  };
  return { ...moveTo(now, [why]), remind: misses === 2 };
}

/** One question that fails so often is a person's to ask. */
export const missesOfOnePlaceMax = 5;

/** Steps whose question no recording can stand for, or that already hold one: they go on where they are. */
const kept = new Set(['ranking', 'slot-day', 'slot-time']);

/** The third time a question starts over, since it is now asked by a recording. */
function again(place: CallState['place'], misses: number): CallState['place'] {
  if (!('misses' in place)) return place;
  if (place.at === 'ask' && misses === 3 && !kept.has(place.sub.step)) {
    return { ...place, misses, sub: { step: 'ask' } };
  }
  return { ...place, misses };
}
