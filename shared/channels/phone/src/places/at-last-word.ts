import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { wordsOf } from '../words/words-of.ts';
import { keepMessage } from './keep-message.ts';
import { missed } from './missed.ts';

/** Not even the call-back could be noted: the telephone provider keeps a message until the desk is back. */
export function presentLastWord(state: CallState): Presented {
  return {
    say: [{ text: wordsOf(state.language).lastWord }],
    listen: { kind: 'record', maxSeconds: 120, message: true },
  };
}

export function takeLastWord(
  state: CallState,
  place: PlaceAt<'last-word'>,
  input: Input,
  deps: CallDeps,
): Move {
  const words = wordsOf(state.language);
  const { owed } = place;
  const ended = { ...state, place: { at: 'ended' as const, ...(owed === undefined ? {} : { owed }) } };
  if (input.kind === 'recording' && input.seconds >= 1) {
    return moveTo(ended, [words.lastWordKept], [keepMessage(state, input, deps.newEvidenceId())]);
  }
  return place.misses >= 1 ? moveTo(ended, [words.callbackFailed]) : missed(state, input, words.nothingHeard);
}
