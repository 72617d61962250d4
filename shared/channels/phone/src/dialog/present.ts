import { presentAccepted } from '../places/at-accepted.ts';
import { appointmentEffect, presentAppointment } from '../places/at-appointment.ts';
import { presentAsk } from '../places/at-ask.ts';
import { callbackEffect } from '../places/at-calling-back.ts';
import { findEffect } from '../places/at-finding.ts';
import { presentFound } from '../places/at-found.ts';
import { presentGreeting } from '../places/at-greeting.ts';
import { keepEffect } from '../places/at-keeping.ts';
import { presentKept } from '../places/at-kept.ts';
import { presentLastWord } from '../places/at-last-word.ts';
import { presentMade } from '../places/at-made.ts';
import { presentMenu } from '../places/at-menu.ts';
import { presentMore } from '../places/at-more.ts';
import { presentPerson } from '../places/at-person.ts';
import { presentTransfer } from '../places/at-transfer.ts';
import { liveCallEffect } from '../places/live-call-effect.ts';
import { presentNotSubmitted, submitEffect } from '../places/at-sending.ts';
import { presentCorrect, presentSummary } from '../places/at-summary.ts';
import { textEffect } from '../places/at-texting.ts';
import { wordsOf } from '../words/words-of.ts';
import type { CallState } from './call-state.ts';
import type { Effect } from './effects.ts';
import type { CallDeps, Move, Presented } from './move.ts';
import type { StepResult } from './turn.ts';

/** Turns a move into what is said, what is waited for and what the desk must do. */
export function present(move: Move, deps: CallDeps): StepResult {
  const { state, lead } = move;
  const { say, listen } = presentPlace(move, deps);
  const reminder = move.remind
    ? [wordsOf(state.language).helpPerson(listen.kind === 'gather' && listen.keys === 'many')]
    : [];
  return {
    state,
    say: [...[...lead, ...reminder].map((text) => ({ text })), ...say],
    listen:
      listen.kind === 'gather' && state.slow
        ? { ...listen, timeoutSeconds: listen.timeoutSeconds * 2 }
        : listen,
    effects: [...move.effects, ...effectsOf(state)],
  };
}

/** What a place asks of the desk by being reached. */
function effectsOf(state: CallState): Effect[] {
  const { place } = state;
  switch (place.at) {
    case 'submitting':
      return submitEffect(state);
    case 'calling-back':
      return callbackEffect(state, place);
    case 'finding':
      return findEffect(state, place);
    case 'appointing':
      return appointmentEffect(place);
    case 'keeping':
      return keepEffect(state);
    case 'texting':
      return textEffect(state);
    case 'transfer':
      return place.line === 0 ? liveCallEffect(state, place) : [];
    default:
      return [];
  }
}

function presentPlace({ state }: Move, deps: CallDeps): Presented {
  const { place } = state;
  switch (place.at) {
    case 'greeting':
      return presentGreeting(state, deps);
    case 'menu':
      return presentMenu(state, place, deps);
    case 'made':
      return presentMade(state, place);
    case 'found':
      return presentFound(state, place);
    case 'ask':
      return presentAsk(state, place, deps);
    case 'more':
      return presentMore(state, place, deps);
    case 'summary':
      return presentSummary(state, place, deps);
    case 'correct':
      return presentCorrect(state, place, deps);
    case 'submitting':
    case 'finding':
    case 'appointing':
    case 'keeping':
    case 'texting':
    case 'calling-back':
      return { say: [], listen: { kind: 'effects' } };
    case 'transfer':
      return presentTransfer(place);
    case 'not-submitted':
      return presentNotSubmitted(state);
    case 'accepted':
      return presentAccepted(state, place, deps);
    case 'appointment':
      return presentAppointment(state, place);
    case 'person':
      return presentPerson(state, place, deps);
    case 'kept':
      return presentKept(state, place);
    case 'last-word':
      return presentLastWord(state);
    case 'ended':
      return { say: [], listen: { kind: 'none' } };
  }
}
