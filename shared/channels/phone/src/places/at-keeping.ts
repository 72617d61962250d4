import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { draftOf } from '../dialog/draft-of.ts';
import type { Effect } from '../dialog/effects.ts';
import { type Move, moveTo } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { resumeWords } from '../words/resume-words.ts';

/** Tells whether a caller who is with a person, or about to be, has begun a request to go on with later. */
export function canKeep(state: CallState, { back }: Pick<PlaceAt<'person'>, 'back'>): boolean {
  return back?.at !== 'accepted' && Object.keys(draftOf(state)?.answers ?? {}).length > 0;
}

/** The effect that asks the desk for the number and the code of what was begun. */
export function keepEffect({ facts, request }: CallState): Effect[] {
  return [{ kind: 'offer-resume', callSid: facts.callSid, request }];
}

/** Takes the number and the code; without them the caller is where they were. */
export function takeKeeping(state: CallState, { from }: PlaceAt<'keeping'>, input: Input): Move {
  if (input.kind !== 'offered')
    return moveTo({ ...state, place: from }, [resumeWords(state.language).keepFailed]);
  const { number, code, untilOn } = input;
  const back = from.at === 'person' ? from.back : from;
  const kept = { at: 'kept' as const, number, code, untilOn, misses: 0 };
  return moveTo({ ...state, place: back === undefined ? kept : { ...kept, back } });
}
