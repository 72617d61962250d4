import { gather } from '../askers/asker.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import type { FoundCase } from '../dialog/effects.ts';
import { type Move, moveTo, type Presented } from '../dialog/move.ts';
import type { Input, Spoken } from '../dialog/turn.ts';
import { firstMenu } from '../menu/first-menu.ts';
import { appointmentWords } from '../words/appointment-words.ts';
import { sayDate } from '../words/say-date.ts';
import { wordsOf } from '../words/words-of.ts';
import { toAppointment } from './at-appointment.ts';
import { toPerson } from './at-person.ts';

/** Where a request stands, with what was promised, or what was decided in the words it was told in. */
export function presentFound(state: CallState, { found }: PlaceAt<'found'>): Presented {
  const { language } = state;
  const words = wordsOf(language);
  return {
    say: [
      { text: words.found(found.service[language], sayDate(found.receivedOn, language)) },
      ...(found.state === 'closed' ? decision(found, state) : [{ text: progress(found, state) }]),
      ...(found.letter ? [{ text: letter(found.letter, state) }] : []),
      ...(found.appointment === undefined ? [] : [{ text: appointment(found.appointment, state) }]),
      { text: words.afterFound(found.state !== 'closed') },
    ],
    listen: gather('one'),
  };
}

/** Hears it again at 1, goes back to the menu at 2, asks a person to withdraw it at 3; a third key that means nothing ends the call. */
export function takeFound(state: CallState, place: PlaceAt<'found'>, input: Input): Move {
  const key = input.kind === 'keys' ? input.digits : '';
  if (key === '1') return moveTo({ ...state, place: { ...place, misses: 0 } });
  if (key === '2') return moveTo({ ...state, place: firstMenu });
  if (key === '3' && place.found.state !== 'closed') return toPerson(state, 'withdraw');
  if (key === '4' && place.found.appointment !== undefined)
    return toAppointment(state, place.found.caseId, { ...place, misses: 0 });
  if (key !== '' && place.misses < 2)
    return moveTo({ ...state, place: { ...place, misses: place.misses + 1 } });
  return moveTo({ ...state, place: { at: 'ended' } }, [wordsOf(state.language).goodbye]);
}

function appointment(state: NonNullable<FoundCase['appointment']>, { language }: CallState): string {
  const words = appointmentWords(language);
  return state === 'booked' ? words.change : words.offered;
}

function letter({ postedOn, isReturned }: NonNullable<FoundCase['letter']>, { language }: CallState): string {
  const words = wordsOf(language);
  const on = sayDate(postedOn, language);
  return isReturned ? words.letterReturned(on) : words.letterPosted(on);
}

function progress(found: Exclude<FoundCase, { state: 'closed' }>, { language, facts }: CallState): string {
  const words = wordsOf(language);
  const due = sayDate(found.dueOn, language);
  return `${words.foundState[found.state]} ${found.dueOn < facts.today ? words.overdue(due) : words.due(due)}`;
}

/** The decision is heard in the language it was told in. */
function decision(found: Extract<FoundCase, { state: 'closed' }>, { language }: CallState): Spoken[] {
  const words = wordsOf(language);
  const closed = words.foundClosed(sayDate(found.closedOn, language));
  if (found.decision === undefined) return [{ text: `${closed} ${words.decisionUnread}` }];
  const { words: text, language: told } = found.decision;
  return [{ text: `${closed} ${words.decision}` }, { text, language: told }];
}
