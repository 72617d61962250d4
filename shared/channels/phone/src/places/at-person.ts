import { gather } from '../askers/asker.ts';
import type { CallState, Place, PlaceAt } from '../dialog/call-state.ts';
import { draftOf } from '../dialog/draft-of.ts';
import type { CallbackRequest, Effect } from '../dialog/effects.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { keyedPhone } from '../grammar/keyed-phone.ts';
import { sayPhone } from '../words/say-digits.ts';
import { wordsOf } from '../words/words-of.ts';
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
  const place: At = { at: 'person', step, reason, misses: 0, ...(reason === 'asked' ? { back } : {}) };
  return moveTo({ ...state, place }, [words.callback(reason)]);
}

export function presentPerson(state: CallState, place: At): Presented {
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
      if (digits === '1') return callBack(state, place, { phone: state.facts.from });
      if (digits === '2') return at({ step: 'key-number' });
      break;
    case 'key-number': {
      const phone = keyedPhone(digits);
      if (phone) return at({ step: 'confirm-number', phone });
      break;
    }
    case 'confirm-number':
      if (digits === '1') return callBack(state, place, { phone: place.phone });
      if (digits === '2') return at({ step: 'key-number' });
      break;
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
  const phone = place.step === 'confirm-number' ? (place.phone ?? state.facts.from) : state.facts.from;
  if (phone !== undefined) return callBack(state, place, { phone });
  if (place.step !== 'message') return moveTo({ ...state, place: { ...place, step: 'message', misses: 0 } });
  return moveTo({ ...state, place: { at: 'ended' } }, [wordsOf(state.language).callbackNoNumber]);
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

function keepMessage(
  state: CallState,
  input: Extract<Input, { kind: 'recording' }>,
  evidence: ReturnType<CallDeps['newEvidenceId']>,
): Effect {
  const { callSid } = state.facts;
  return {
    kind: 'record-evidence',
    recording: {
      callSid,
      request: state.request,
      recordingSid: input.sid,
      recordingUrl: input.url,
      evidence,
      question: 'message',
    },
  };
}

function callBack(
  state: CallState,
  { reason, back }: At,
  how: { phone?: string | undefined; recording?: ReturnType<CallDeps['newEvidenceId']> },
): Move {
  const { phone, recording } = how;
  const place: Place = {
    at: 'calling-back',
    reason,
    ...(phone === undefined ? {} : { phone }),
    ...(recording === undefined ? {} : { recording }),
    ...(back === undefined ? {} : { back }),
  };
  return moveTo({ ...state, place });
}

/** The effect that asks the desk to call back. */
export function callbackEffect(state: CallState, place: PlaceAt<'calling-back'>): Effect[] {
  const draft = draftOf(state);
  const { phone, recording, reason } = place;
  return [
    {
      kind: 'callback',
      request: {
        callSid: state.facts.callSid,
        language: state.language,
        reason,
        ...(phone === undefined ? {} : { phone }),
        ...(recording === undefined ? {} : { recording }),
        ...(draft === undefined || place.back?.at === 'accepted' ? {} : { draft }),
      },
    },
  ];
}

export function takeCallbackAnswer(state: CallState, place: PlaceAt<'calling-back'>, input: Input): Move {
  const words = wordsOf(state.language);
  if (input.kind !== 'callback-kept') return moveTo({ ...state, place: { at: 'last-word', misses: 0 } });
  const kept = Object.keys(draftOf(state)?.answers ?? {}).length > 0 && place.back?.at !== 'accepted';
  const said = words.callbackKept(place.phone === undefined ? undefined : sayPhone(place.phone), kept);
  return moveTo({ ...state, place: { at: 'ended' } }, [said]);
}

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
  const ended = { ...state, place: { at: 'ended' as const } };
  if (input.kind === 'recording' && input.seconds >= 1) {
    return moveTo(ended, [words.lastWordKept], [keepMessage(state, input, deps.newEvidenceId())]);
  }
  return place.misses >= 1 ? moveTo(ended, [words.callbackFailed]) : missed(state, input, words.nothingHeard);
}
