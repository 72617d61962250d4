import { presentAccepted } from '../places/at-accepted.ts';
import { presentAsk } from '../places/at-ask.ts';
import { presentGreeting } from '../places/at-greeting.ts';
import { presentMenu } from '../places/at-menu.ts';
import { presentMore } from '../places/at-more.ts';
import { callbackEffect, presentLastWord, presentPerson } from '../places/at-person.ts';
import { presentNotSubmitted, submitEffect } from '../places/at-sending.ts';
import { presentCorrect, presentSummary } from '../places/at-summary.ts';
import { wordsOf } from '../words/words-of.ts';
import type { CallDeps, Move, Presented } from './move.ts';
import type { StepResult } from './turn.ts';

/** Turns a move into what is said, what is waited for and what the desk must do. */
export function present(move: Move, deps: CallDeps): StepResult {
  const { state, lead } = move;
  const { say, listen } = presentPlace(move, deps);
  const { place } = state;
  const pending =
    place.at === 'submitting'
      ? submitEffect(state)
      : place.at === 'calling-back'
        ? callbackEffect(state, place)
        : [];
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
    effects: [...move.effects, ...pending],
  };
}

function presentPlace({ state }: Move, deps: CallDeps): Presented {
  const { place } = state;
  switch (place.at) {
    case 'greeting':
      return presentGreeting(state, deps);
    case 'menu':
      return presentMenu(state, place, deps);
    case 'ask':
      return presentAsk(state, place, deps);
    case 'more':
      return presentMore(state, place, deps);
    case 'summary':
      return presentSummary(state, place, deps);
    case 'correct':
      return presentCorrect(state, place, deps);
    case 'submitting':
    case 'calling-back':
      return { say: [], listen: { kind: 'effects' } };
    case 'not-submitted':
      return presentNotSubmitted(state);
    case 'accepted':
      return presentAccepted(state, place, deps);
    case 'person':
      return presentPerson(state, place);
    case 'last-word':
      return presentLastWord(state);
    case 'ended':
      return { say: [], listen: { kind: 'none' } };
  }
}
