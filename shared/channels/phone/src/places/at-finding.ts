import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import type { Effect } from '../dialog/effects.ts';
import { type Move, moveTo } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { firstMenu } from '../menu/first-menu.ts';
import { wordsOf } from '../words/words-of.ts';
import { toPerson } from './at-person.ts';

/** So many times may one call be wrong about a request; the desk has its own limit for each reference, whatever the door. */
const wrongMax = 3;

/** The effect that asks the desk where a request stands. */
export function findEffect({ reference, fact }: PlaceAt<'finding'>): Effect[] {
  return [{ kind: 'find-status', reference, fact }];
}

/** Takes the desk's answer to a reference and its proof. Guarantee: which of the two was wrong is not told. */
export function takeFinding(state: CallState, { misses }: PlaceAt<'finding'>, input: Input): Move {
  const words = wordsOf(state.language);
  switch (input.kind) {
    case 'found':
      return moveTo({ ...state, place: { at: 'found', found: input.found, misses: 0 } });
    case 'not-found': {
      const wrong = {
        ...state,
        misses: state.misses + 1,
        place: { at: 'made' as const, misses: misses + 1 },
      };
      if (misses + 1 >= wrongMax) return toPerson(wrong, 'not-found');
      return moveTo(wrong, [words.requestNotFound]);
    }
    case 'too-many':
      return moveTo({ ...state, place: firstMenu }, [words.tooManyTries]);
    default:
      return moveTo({ ...state, place: firstMenu }, [words.statusAway]);
  }
}
