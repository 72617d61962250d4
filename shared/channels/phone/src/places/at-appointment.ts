import { gather } from '../askers/asker.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import type { Effect } from '../dialog/effects.ts';
import { type Move, moveTo, type Presented } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { appointmentWords, sayWhen } from '../words/appointment-words.ts';
import { wordsOf } from '../words/words-of.ts';
import { missed } from './missed.ts';

type Here = PlaceAt<'appointment'>;

/** Goes to the appointment of a case, as soon as the desk says what is free. */
export function toAppointment(state: CallState, caseId: Here['caseId'], back: Here['back']): Move {
  return moveTo({ ...state, place: { at: 'appointing', caseId, want: { do: 'list' }, back } });
}

/** The effect that asks the desk for free times, or to book, move or cancel. */
export function appointmentEffect({ caseId, want }: PlaceAt<'appointing'>): Effect[] {
  switch (want.do) {
    case 'list':
      return [{ kind: 'find-slots', caseId, ...(want.from === undefined ? {} : { from: want.from }) }];
    case 'book':
      return [{ kind: 'book-slot', caseId, slot: want.slot, isMove: want.isMove }];
    case 'cancel':
      return [{ kind: 'cancel-slot', caseId }];
  }
}

/** Takes what the desk says of an appointment. Guarantee: nothing is told as done that the desk did not answer. */
export function takeAppointing(state: CallState, place: PlaceAt<'appointing'>, input: Input): Move {
  const { caseId, back } = place;
  const words = appointmentWords(state.language);
  const here = (offered: Here['offered'], lead: string[] = []) =>
    moveTo({ ...state, place: { at: 'appointment', caseId, offered, misses: 0, back } }, lead);
  switch (input.kind) {
    case 'slots':
      return here(input.offered, place.lead === undefined ? [] : [place.lead]);
    case 'slot-booked':
      return here({ booked: input.slot, slots: [] }, [words.done(sayWhen(input.slot, state.language))]);
    case 'slot-taken':
      return moveTo({
        ...state,
        place: { at: 'appointing', caseId, want: { do: 'list' }, lead: words.taken, back },
      });
    case 'slot-cancelled':
      return moveTo({ ...state, place: back }, [words.cancelled]);
    default:
      return moveTo({ ...state, place: back }, [words.away]);
  }
}

/** The appointment that stands, three times that are free, and the keys. */
export function presentAppointment({ language }: CallState, place: Here): Presented {
  const words = appointmentWords(language);
  const { booked, slots, nextFrom } = place.offered;
  if (place.isSure === false) return { say: [{ text: words.sure }], listen: gather('one') };
  const isListed = slots.length > 0;
  const say = [
    ...(booked ? [words.booked(sayWhen(booked, language))] : []),
    ...slots.map((slot, index) => words.slot(sayWhen(slot, language), index + 1)),
    ...(isListed || booked ? [] : [words.none]),
    ...(isListed && nextFrom === undefined ? [] : [words.later]),
    ...(booked ? [words.cancel] : []),
    words.back,
  ];
  return { say: say.map((text) => ({ text })), listen: gather('one') };
}

/** Books at 1 to 3, hears other days at 4, cancels at 5 once it is confirmed, goes back at 9. */
export function takeAppointment(state: CallState, place: Here, input: Input): Move {
  const words = wordsOf(state.language);
  const key = input.kind === 'keys' ? input.digits : '';
  const { caseId, back, offered } = place;
  const ask = (want: PlaceAt<'appointing'>['want']) =>
    moveTo({ ...state, place: { at: 'appointing', caseId, want, back } });
  if (place.isSure === false) {
    if (key === '1') return ask({ do: 'cancel' });
    if (key === '2')
      return moveTo({ ...state, place: { at: 'appointment', caseId, offered, misses: 0, back } });
  } else {
    const slot = offered.slots[Number(key) - 1];
    if (slot !== undefined) return ask({ do: 'book', slot, isMove: offered.booked !== undefined });
    if (key === '4')
      return ask({ do: 'list', ...(offered.nextFrom === undefined ? {} : { from: offered.nextFrom }) });
    if (key === '5' && offered.booked)
      return moveTo({ ...state, place: { ...place, isSure: false, misses: 0 } });
    if (key === '9') return moveTo({ ...state, place: back });
  }
  return missed(state, input, input.kind === 'silence' ? words.nothingHeard : words.notUnderstood);
}
