import { gather } from '../askers/asker.ts';
import { countRequest } from '../dialog/count-call.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { type CallDeps, type Move, moveTo, type Presented } from '../dialog/move.ts';
import { serviceOf } from '../dialog/service-of.ts';
import type { Input } from '../dialog/turn.ts';
import { firstMenu } from '../menu/first-menu.ts';
import { appointmentWords } from '../words/appointment-words.ts';
import { sayDate } from '../words/say-date.ts';
import { sayDigits } from '../words/say-digits.ts';
import { sayFee } from '../words/say-fee.ts';
import { sayToPost } from '../words/say-to-post.ts';
import { wordsOf } from '../words/words-of.ts';
import { toAppointment } from './at-appointment.ts';

/** The reference twice, digit by digit, and what happens next. */
export function presentAccepted(state: CallState, place: PlaceAt<'accepted'>, deps: CallDeps): Presented {
  const words = wordsOf(state.language);
  const { language } = state;
  const service = serviceOf(state, deps);
  const digits = sayDigits(place.reference);
  const fee = service?.fee(state.answers);
  const say = [
    words.reference(digits),
    words.referenceAgain(digits),
    ...(place.code === undefined ? [] : [words.statusCode(sayDigits(place.code, [3, 3]))]),
    ...(service ? sayToPost(service, state, deps, digits) : []),
    ...(service && fee && fee.cents > 0 ? sayFee(service, state.answers, language) : []),
    ...(service ? [service.definition.next[language]] : []),
    ...(place.dueOn ? [words.due(sayDate(place.dueOn, language))] : []),
    ...(place.caseId === undefined ? [] : [appointmentWords(language).offered]),
    words.afterAccepted(state.request < requestsMax),
  ];
  return { say: say.map((text) => ({ text })), listen: gather('one') };
}

/** A call makes at most five requests; a sixth is another call. */
const requestsMax = 5;

export function takeAccepted(state: CallState, place: PlaceAt<'accepted'>, input: Input): Move {
  const words = wordsOf(state.language);
  const key = input.kind === 'keys' ? input.digits : '';
  if (key === '1') return moveTo({ ...state, place: { ...place, misses: 0 } });
  if (key === '2' && state.request < requestsMax) return moveTo(anotherRequest(state));
  if (key === '4' && place.caseId !== undefined)
    return toAppointment(state, place.caseId, { ...place, misses: 0 });
  if (key !== '' && place.misses < 2)
    return moveTo({ ...state, place: { ...place, misses: place.misses + 1 } });
  return moveTo({ ...state, place: { at: 'ended' } }, [words.goodbye]);
}

function anotherRequest(state: CallState): CallState {
  const { service: _service, unansweredAt: _unansweredAt, ...kept } = state;
  return {
    ...kept,
    request: state.request + 1,
    answers: {},
    provenance: {},
    skipped: [],
    entries: [],
    misses: 0,
    turns: 0,
    counts: countRequest(state),
    place: firstMenu,
  };
}
