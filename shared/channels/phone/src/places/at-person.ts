import { gather } from '../askers/asker.ts';
import type { CallState, Place, PlaceAt } from '../dialog/call-state.ts';
import { draftForPerson } from '../dialog/draft-of.ts';
import type { CallBackWindow, CallbackRequest } from '../dialog/effects.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { keyedPhone } from '../grammar/keyed-phone.ts';
import { capital } from '../words/capital.ts';
import { closedWords } from '../words/closed-words.ts';
import { sayPhone } from '../words/say-digits.ts';
import { resumeWords } from '../words/resume-words.ts';
import { wordsOf } from '../words/words-of.ts';
import { callBackWindows, sayWindow } from './call-back-windows.ts';
import { canKeep } from './at-keeping.ts';
import { keepMessage } from './keep-message.ts';
import { missed } from './missed.ts';

type At = PlaceAt<'person'>;

/** Goes to a person, who takes the call now or calls back: `settlePerson` knows which. Guarantee: what was answered goes along. */
export function toPerson(state: CallState, reason: CallbackRequest['reason']): Move {
  const from = state.place;
  if (from.at === 'person' || from.at === 'transfer' || from.at === 'calling-back' || from.at === 'ended')
    return moveTo(state);
  const back = backFrom(from);
  const place: At = { at: 'person', step: 'start', reason, misses: 0, ...(left.has(reason) ? { back } : {}) };
  return moveTo({ ...state, place });
}

/** Where a caller goes back to; whoever takes a call about an appointment has the request that it is of. */
function backFrom(place: Place): Place {
  if (place.at === 'appointment') return place.back;
  return place.at === 'submitting' ? { at: 'not-submitted', misses: 0 } : place;
}

/** A caller nobody could take is not made to wait again so soon. Unit: turns. */
const turnsBetweenTransfers = 5;

/**
 * Settles how a person is reached: a staff line is rung while people answer; otherwise someone calls back, at a number
 * confirmed by keys alone or left in a message.
 *
 * Guarantee: never asks the caller to speak in order to be called back.
 */
export function settlePerson(move: Move, deps: CallDeps): Move {
  const { state } = move;
  const { place } = state;
  if (place.at !== 'person' || place.step !== 'start') return move;
  const { people } = deps;
  const { reason, back } = place;
  const words = wordsOf(state.language);
  const isFresh =
    state.unansweredAt === undefined || state.turns - state.unansweredAt >= turnsBetweenTransfers;
  if (people?.state === 'open' && people.lines > 0 && isFresh) {
    const transfer: Place = { at: 'transfer', reason, line: 0, ...(back === undefined ? {} : { back }) };
    return {
      ...move,
      state: { ...state, place: transfer },
      lead: [...move.lead, words.transfer(reason, seesAnswers(state, back))],
    };
  }
  const asked = { ...state, place: { ...place, step: firstStep(state) } };
  const closed = people?.state === 'closed' ? [closedWords(people, state.language)] : [];
  return { ...move, state: asked, lead: [...move.lead, ...closed, words.callback(reason)] };
}

function seesAnswers(state: CallState, back: Place | undefined): boolean {
  return Object.keys(draftForPerson(state, back)?.answers ?? {}).length > 0;
}

/** Asks for the number to call, after a staff line nobody took. */
export function toCallBack(state: CallState, { reason, back }: PlaceAt<'transfer'>): Move {
  const place: At = {
    at: 'person',
    step: firstStep(state),
    reason,
    misses: 0,
    ...(back === undefined ? {} : { back }),
  };
  return moveTo({ ...state, place, unansweredAt: state.turns }, [wordsOf(state.language).transferFailed]);
}

function firstStep(state: CallState): At['step'] {
  return state.facts.from === undefined ? 'key-number' : 'number';
}

/** A person asked for is left again by a key, where the caller was. */
const left = new Set<CallbackRequest['reason']>(['asked', 'withdraw']);

export function presentPerson(state: CallState, place: At, deps: CallDeps): Presented {
  const words = wordsOf(state.language);
  const back = place.back ? [words.callbackBack] : [];
  const later = canKeep(state, place) ? [resumeWords(state.language).goOnLater] : [];
  const message = deps.people?.state === 'closed' ? [words.leaveMessage] : [];
  switch (place.step) {
    case 'start':
    case 'number':
      return {
        say: say(words.callbackNumber(sayPhone(state.facts.from ?? '')), ...back, ...later, ...message),
        listen: gather('one'),
      };
    case 'key-number':
      return {
        say: say(words.callbackOther, words.phoneKeys, ...back, ...later, ...message),
        listen: gather('many'),
      };
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
  const choosesHow = place.step === 'number' || place.step === 'key-number';
  if (digits === '4' && choosesHow && canKeep(state, place))
    return moveTo({ ...state, place: { at: 'keeping', from: place } });
  if (digits === '5' && choosesHow && deps.people?.state === 'closed') return askMessage(state, place);
  switch (place.step) {
    case 'start':
      return moveTo(state);
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

/** Asks for a message; the number shown serves even without one, unless the caller asked for another. */
function askMessage(state: CallState, { phone: _keyed, ...place }: At): Move {
  const phone = place.step === 'number' ? state.facts.from : undefined;
  const shown = phone === undefined ? {} : { phone };
  return moveTo({ ...state, place: { ...place, ...shown, step: 'message', misses: 0 } });
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
