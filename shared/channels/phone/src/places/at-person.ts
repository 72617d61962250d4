import { gather } from '../askers/asker.ts';
import type { CallState, Place, PlaceAt } from '../dialog/call-state.ts';
import type { CallBackWindow, CallbackRequest } from '../dialog/effects.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { keyedPhone } from '../grammar/keyed-phone.ts';
import { capital } from '../words/capital.ts';
import { sayPhone } from '../words/say-digits.ts';
import { wordsOf } from '../words/words-of.ts';
import { callBackWindows, sayWindow } from './call-back-windows.ts';
import { keepMessage } from './keep-message.ts';
import { missed } from './missed.ts';

type At = PlaceAt<'person'>;

/**
 * Goes to a person: for now someone calls back, at a number confirmed by keys alone or left in a message.
 *
 * Guarantee: never asks the caller to speak in order to be called back; what was answered goes along.
 */
export function toPerson(state: CallState, reason: CallbackRequest['reason']): Move {
  const from = state.place;
  if (from.at === 'person' || from.at === 'calling-back' || from.at === 'ended') return moveTo(state);
  const words = wordsOf(state.language);
  const back: Place = from.at === 'submitting' ? { at: 'not-submitted', misses: 0 } : from;
  const step = state.facts.from === undefined ? 'key-number' : 'number';
  const place: At = { at: 'person', step, reason, misses: 0, ...(left.has(reason) ? { back } : {}) };
  return moveTo({ ...state, place }, [words.callback(reason)]);
}

/** A person asked for is left again by a key, where the caller was. */
const left = new Set<CallbackRequest['reason']>(['asked', 'withdraw']);

export function presentPerson(state: CallState, place: At, deps: CallDeps): Presented {
  const words = wordsOf(state.language);
  const back = place.back ? [words.callbackBack] : [];
  switch (place.step) {
    case 'number':
      return {
        say: say(words.callbackNumber(sayPhone(state.facts.from ?? '')), ...back),
        listen: gather('one'),
      };
    case 'key-number':
      return { say: say(words.callbackOther, words.phoneKeys, ...back), listen: gather('many') };
    case 'confirm-number':
      return { say: say(words.confirm(sayPhone(place.phone ?? ''))), listen: gather('one') };
    case 'window': {
      const offered = callBackWindows(deps).map((window) => capital(sayWindow(window, state.language)));
      const said = [words.soonest, ...offered].map((label, index) => words.option(label, index + 1));
      return { say: say(words.callbackWhen, ...said), listen: gather('one') };
    }
    case 'message':
      return { say: say(words.callbackMessage), listen: { kind: 'record', maxSeconds: 120, message: true } };
  }
}

export function takePerson(state: CallState, place: At, input: Input, deps: CallDeps): Move {
  const words = wordsOf(state.language);
  const digits = input.kind === 'keys' ? keyedDigits(input.digits) : '';
  const at = (next: Partial<At>) => moveTo({ ...state, place: { ...place, misses: 0, ...next } });
  if (digits === '3' && place.back && (place.step === 'number' || place.step === 'key-number')) {
    return moveTo({ ...state, place: place.back });
  }
  switch (place.step) {
    case 'number':
      if (digits === '1') return askWindow(state, place, state.facts.from, deps);
      if (digits === '2') return at({ step: 'key-number' });
      break;
    case 'key-number': {
      const phone = keyedPhone(digits);
      if (phone) return at({ step: 'confirm-number', phone });
      break;
    }
    case 'confirm-number':
      if (digits === '1') return askWindow(state, place, place.phone, deps);
      if (digits === '2') return at({ step: 'key-number' });
      break;
    case 'window': {
      const { phone } = place;
      const window = callBackWindows(deps)[Number(digits) - 2];
      if (digits === '1') return callBack(state, place, { phone });
      if (window !== undefined) return callBack(state, place, { phone, window });
      break;
    }
    case 'message':
      if (input.kind === 'recording' && input.seconds >= 1) return leaveMessage(state, place, input, deps);
      break;
  }
  if (place.misses >= 2) return giveUpOnNumber(state, place);
  return missed(state, input, input.kind === 'silence' ? words.nothingHeard : words.notUnderstood);
}

function say(...texts: string[]) {
  return texts.map((text) => ({ text }));
}

/** No number could be keyed: the caller's own serves; failing that a message; failing that we say that nothing is noted. */
function giveUpOnNumber(state: CallState, place: At): Move {
  const keyed = place.step === 'confirm-number' || place.step === 'window';
  const phone = keyed ? (place.phone ?? state.facts.from) : state.facts.from;
  if (phone !== undefined) return callBack(state, place, { phone });
  if (place.step !== 'message') return moveTo({ ...state, place: { ...place, step: 'message', misses: 0 } });
  return moveTo({ ...state, place: { at: 'ended' } }, [wordsOf(state.language).callbackNoNumber]);
}

/** The number is known: when is asked where the desk says on which days people call. */
function askWindow(state: CallState, place: At, phone: string | undefined, deps: CallDeps): Move {
  if (phone === undefined || callBackWindows(deps).length === 0) return callBack(state, place, { phone });
  return moveTo({ ...state, place: { ...place, step: 'window', phone, misses: 0 } });
}

function leaveMessage(
  state: CallState,
  place: At,
  input: Extract<Input, { kind: 'recording' }>,
  deps: CallDeps,
): Move {
  const recording = deps.newEvidenceId();
  const move = callBack(state, place, { recording });
  return { ...move, effects: [keepMessage(state, input, recording), ...move.effects] };
}

function callBack(
  state: CallState,
  { reason, back }: At,
  how: {
    phone?: string | undefined;
    recording?: ReturnType<CallDeps['newEvidenceId']>;
    window?: CallBackWindow;
  },
): Move {
  const { phone, recording, window } = how;
  const place: Place = {
    at: 'calling-back',
    reason,
    ...(phone === undefined ? {} : { phone }),
    ...(recording === undefined ? {} : { recording }),
    ...(window === undefined ? {} : { window }),
    ...(back === undefined ? {} : { back }),
  };
  return moveTo({ ...state, place });
}
