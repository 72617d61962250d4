import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { draftForPerson } from '../dialog/draft-of.ts';
import type { Effect, FoundCase } from '../dialog/effects.ts';
import { type Move, moveTo } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { sayPhone } from '../words/say-digits.ts';
import { wordsOf } from '../words/words-of.ts';
import { sayWindow } from './call-back-windows.ts';

/** The effect that asks the desk to call back. */
export function callbackEffect(state: CallState, place: PlaceAt<'calling-back'>): Effect[] {
  const draft = draftForPerson(state, place.back);
  const { recording, window, reason } = place;
  // Whoever left a message may have said no number, or said it badly: the one shown goes along.
  const phone = place.phone ?? (recording === undefined ? undefined : state.facts.from);
  return [
    {
      kind: 'callback',
      request: {
        callSid: state.facts.callSid,
        turn: state.turns,
        language: state.language,
        reason,
        ...(phone === undefined ? {} : { phone }),
        ...(recording === undefined ? {} : { recording }),
        ...(window === undefined ? {} : { window }),
        ...(place.back?.at === 'found' ? { about: aboutOf(place.back.found) } : {}),
        ...(draft === undefined ? {} : { draft }),
      },
    },
  ];
}

function aboutOf({ caseId, code }: FoundCase) {
  return { caseId, code };
}

export function takeCallbackAnswer(state: CallState, place: PlaceAt<'calling-back'>, input: Input): Move {
  const words = wordsOf(state.language);
  if (input.kind !== 'callback-kept')
    return moveTo({ ...state, place: { at: 'last-word', misses: 0, owed: place } });
  const kept = Object.keys(draftForPerson(state, place.back)?.answers ?? {}).length > 0;
  const number = place.phone === undefined ? undefined : sayPhone(place.phone);
  const when = place.window && sayWindow(place.window, state.language);
  const said = words.callbackKept(number, when, kept);
  return moveTo({ ...state, place: { at: 'ended' } }, [said]);
}
