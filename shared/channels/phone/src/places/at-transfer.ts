import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { wordsOf } from '../words/words-of.ts';
import { toCallBack } from './at-person.ts';

/** How long one staff line rings, and so how many may ring in the two minutes that a caller waits. Unit: seconds. */
const ringSeconds = 30;
const linesMax = 4;
/** No talk holds a line for ever. Unit: seconds. */
const talkSeconds = 3600;

/** Rings a staff line. */
export function presentTransfer({ line }: PlaceAt<'transfer'>): Presented {
  return {
    say: [],
    listen: { kind: 'transfer', line, timeoutSeconds: ringSeconds, maxSeconds: talkSeconds },
  };
}

/**
 * Takes what came of a staff line: a talk ends the call, another line is tried, and at the last someone calls back.
 *
 * Guarantee: a wait of two minutes at most, whatever the number of lines.
 */
export function takeTransfer(
  before: CallState,
  place: PlaceAt<'transfer'>,
  input: Input,
  deps: CallDeps,
): Move {
  const state = { ...before, turns: before.turns + 1 };
  const words = wordsOf(state.language);
  if (input.kind === 'transferred' && input.answered)
    return moveTo({ ...state, place: { at: 'ended' } }, [words.goodbye]);
  const lines = deps.people?.state === 'open' ? Math.min(deps.people.lines, linesMax) : 0;
  if (place.line + 1 < lines)
    return moveTo({ ...state, place: { ...place, line: place.line + 1 } }, [words.transferNext]);
  return toCallBack(state, place);
}
