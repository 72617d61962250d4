import { keyedDigits } from '../grammar/keyed-digits.ts';
import { takeAccepted } from '../places/at-accepted.ts';
import { takeAppointing, takeAppointment } from '../places/at-appointment.ts';
import { takeAsk } from '../places/at-ask.ts';
import { takeCallbackAnswer } from '../places/at-calling-back.ts';
import { takeFinding } from '../places/at-finding.ts';
import { takeFound } from '../places/at-found.ts';
import { takeGreeting } from '../places/at-greeting.ts';
import { takeKeeping } from '../places/at-keeping.ts';
import { takeKept } from '../places/at-kept.ts';
import { takeLastWord } from '../places/at-last-word.ts';
import { takeMade } from '../places/at-made.ts';
import { takeMenu } from '../places/at-menu.ts';
import { takeMore } from '../places/at-more.ts';
import { settlePerson, takePerson, toPerson } from '../places/at-person.ts';
import { takeDeskAnswer, takeNotSubmitted } from '../places/at-sending.ts';
import { takeCorrect, takeSummary } from '../places/at-summary.ts';
import { takeTexting } from '../places/at-texting.ts';
import { takeTransfer } from '../places/at-transfer.ts';
import { eraseEntry } from '../places/erase-entry.ts';
import { missesOfOnePlaceMax } from '../places/missed.ts';
import { wordsOf } from '../words/words-of.ts';
import { countInput } from './count-call.ts';
import type { CallState, Place } from './call-state.ts';
import type { Effect } from './effects.ts';
import { type CallDeps, type Move, moveTo } from './move.ts';
import { present } from './present.ts';
import { serviceOf } from './service-of.ts';
import type { Input, StepResult } from './turn.ts';

/**
 * Takes one input of a call and gives the next turn: VoiceXML's form interpretation as a pure function.
 *
 * Guarantee: `0` alone reaches a person from everywhere; an input that is not understood never ends a call; every call
 *   ends, at the latest when the limits on turns and misunderstandings hand it to a person.
 * Source: VoiceXML 2.1, form interpretation algorithm
 */
export function step({ again: _again, ...state }: CallState, input: Input, deps: CallDeps): StepResult {
  return present(
    settlePerson(
      limited(take({ ...state, counts: countInput(state, input) }, input, deps), state.place, deps),
      deps,
    ),
    deps,
  );
}

function take(before: CallState, input: Input, deps: CallDeps): Move {
  const { place } = before;
  if (place.at === 'ended') return moveTo(before);
  if (place.at === 'transfer') return takeTransfer(before, place, input, deps);
  if (input.kind === 'transferred') return moveTo(before);
  if (place.at === 'submitting')
    return deskAnswers(input) ? takeDeskAnswer(before, input, deps) : moveTo(before);
  if (place.at === 'finding')
    return deskAnswers(input) ? takeFinding(before, place, input, deps) : moveTo(before);
  if (place.at === 'appointing')
    return deskAnswers(input) ? takeAppointing(before, place, input) : moveTo(before);
  if (place.at === 'keeping') return deskAnswers(input) ? takeKeeping(before, place, input) : moveTo(before);
  if (place.at === 'texting')
    return deskAnswers(input) ? takeTexting(before, place, input, deps) : moveTo(before);
  if (place.at === 'calling-back')
    return deskAnswers(input) ? takeCallbackAnswer(before, place, input) : moveTo(before);
  if (deskAnswers(input)) return moveTo(before);
  const state = { ...before, turns: before.turns + 1 };
  const key = endingKey(input);
  if (key === '0' && place.at !== 'last-word')
    return toPerson(state, place.at === 'not-submitted' ? 'not-submitted' : 'asked');
  if (key === '*') return erased(state, input);
  switch (place.at) {
    case 'greeting':
      return takeGreeting(state, input);
    case 'menu':
      return takeMenu(state, place, input, deps);
    case 'made':
      return takeMade(state, place, input);
    case 'found':
      return takeFound(state, place, input);
    case 'ask':
      return takeAsk(state, place, input, deps);
    case 'more':
      return takeMore(state, place, input, deps);
    case 'summary':
      return takeSummary(state, place, input, deps);
    case 'correct':
      return takeCorrect(state, place, input, deps);
    case 'not-submitted':
      return takeNotSubmitted(state, place, input);
    case 'accepted':
      return takeAccepted(state, place, input);
    case 'appointment':
      return takeAppointment(state, place, input);
    case 'person':
      return takePerson(state, place, input, deps);
    case 'kept':
      return takeKept(state, place, input);
    case 'last-word':
      return takeLastWord(state, place, input, deps);
  }
}

function erased(state: CallState, input: Input): Move {
  const now = eraseEntry(state, input);
  const nothing = now === state && input.kind === 'keys' && input.digits === '*';
  const { callSid } = state.facts;
  const effects: Effect[] =
    input.kind === 'recording' ? [{ kind: 'erase-recording', callSid, recordingSid: input.sid }] : [];
  return moveTo({ ...now, again: true }, nothing ? [] : [wordsOf(state.language).erased], effects);
}

function deskAnswers(input: Input): boolean {
  return !['keys', 'speech', 'recording', 'silence'].includes(input.kind);
}

/** The universal key an input amounts to: `0` alone, or `*` with nothing after it. */
function endingKey(input: Input): '0' | '*' | undefined {
  if (input.kind === 'recording') {
    return input.endedBy === '0' || input.endedBy === '*' ? input.endedBy : undefined;
  }
  if (input.kind !== 'keys') return undefined;
  const digits = keyedDigits(input.digits);
  if (digits === '0') return '0';
  return digits === '' && input.digits.includes('*') ? '*' : undefined;
}

const missesMax = 10;
const turnsAtLeast = 60;

/** A call gets four turns a question, and sixty at least; each entry of a group adds as many for what it asks, and ten at least. */
function turnsMax(state: CallState, deps: CallDeps): number {
  if (state.turns < turnsAtLeast) return turnsAtLeast;
  const visible = serviceOf(state, deps)?.visible(state.answers) ?? [];
  const entries = Object.values(state.answers).flatMap((value): unknown[] =>
    Array.isArray(value) ? value : [],
  );
  const held = entries.filter((entry) => typeof entry === 'object').length + state.entries.length;
  const members = visible.map((question) => (question.type === 'group' ? question.questions.length : 0));
  return Math.max(turnsAtLeast, 4 * visible.length) + Math.max(10, 4 * Math.max(0, ...members)) * held;
}

/** Hands a call that does not get on to a person, and ends one that does not even get that far; what was just told is always heard. */
function limited(move: Move, before: Place, deps: CallDeps): Move {
  const { state } = move;
  const limit = turnsMax(state, deps);
  const tooLong = state.turns >= limit;
  switch (state.place.at) {
    case 'submitting':
    case 'finding':
    case 'appointing':
    case 'keeping':
    case 'texting':
    case 'calling-back':
    case 'transfer':
    case 'ended':
    case 'last-word':
      return move;
    case 'accepted':
    case 'found':
    case 'kept':
      return tooLong && before.at === state.place.at
        ? moveTo({ ...state, place: { at: 'ended' } }, [wordsOf(state.language).goodbye], move.effects)
        : move;
    case 'person':
      if (state.turns < limit + 20) return move;
      return endPerson(move);
    default: {
      const stuck = 'misses' in state.place && state.place.misses >= missesOfOnePlaceMax;
      if (state.misses < missesMax && !tooLong && !stuck) return move;
      const handed = toPerson(state, tooLong ? 'too-long' : 'not-understood');
      return { ...handed, effects: move.effects };
    }
  }
}

function endPerson({ state, effects }: Move): Move {
  const { place, facts } = state;
  if (place.at !== 'person') return { state, lead: [], effects };
  const phone = place.phone ?? facts.from;
  if (phone === undefined) {
    return moveTo({ ...state, place: { at: 'ended' } }, [wordsOf(state.language).callbackNoNumber], effects);
  }
  return moveTo({ ...state, place: { at: 'calling-back', reason: place.reason, phone } }, [], effects);
}
