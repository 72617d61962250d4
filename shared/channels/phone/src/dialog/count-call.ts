import type { CallCounts, CallSummary, Miss, RequestCount } from './call-counts.ts';
import type { CallState, PlaceAt } from './call-state.ts';
import type { Input } from './turn.ts';

/** Places where the desk's answer is waited for, or nothing more: what the caller does there changes nothing. */
const deaf = new Set<CallState['place']['at']>([
  'submitting',
  'finding',
  'appointing',
  'keeping',
  'texting',
  'calling-back',
  'ended',
]);

/** Counts what the caller did, or that the desk took the request over. */
export function countInput({ counts, place }: CallState, input: Input): CallCounts {
  switch (input.kind) {
    case 'keys':
      return deaf.has(place.at) ? counts : { ...counts, presses: counts.presses + input.digits.length };
    case 'recording': {
      if (deaf.has(place.at)) return counts;
      const presses = counts.presses + (input.endedBy === undefined ? 0 : 1);
      if (input.seconds < 1) return { ...counts, presses };
      const handed = counts.handed || place.at === 'last-word';
      return { ...counts, presses, handed, recordings: counts.recordings + 1 };
    }
    case 'accepted':
    case 'already':
      return place.at === 'submitting' ? { ...counts, accepted: true } : counts;
    case 'callback-kept':
      return place.at === 'calling-back' ? { ...counts, handed: true } : counts;
    case 'transferred':
      return place.at === 'transfer' && input.answered ? { ...counts, handed: true } : counts;
    default:
      return counts;
  }
}

/** Counts a misunderstanding where it happened. */
export function countMiss({ counts, place, service }: CallState, input: Input): CallCounts {
  const kind = input.kind === 'silence' || input.kind === 'speech' ? input.kind : 'keys';
  const at = place.at === 'ask' || place.at === 'more' ? questionAt(place) : place.at;
  const same = (miss: Miss) => miss.at === at && miss.kind === kind && miss.service === service?.code;
  const known = counts.misses.some(same);
  const added: Miss = { ...(service ? { service: service.code } : {}), at, kind, count: 1 };
  return {
    ...counts,
    misses: known
      ? counts.misses.map((miss) => (same(miss) ? { ...miss, count: miss.count + 1 } : miss))
      : [...counts.misses, added],
  };
}

/** Sets the request in hand aside, so that the next one counts from nothing. */
export function countRequest(state: CallState): CallCounts {
  const { counts } = state;
  return {
    ...counts,
    presses: 0,
    accepted: false,
    handed: false,
    past: [...counts.past, requestInHand(state)],
  };
}

/** Sums a call up as it stands: who hangs up in the middle of a request abandons it. */
export function summaryOf(state: CallState): CallSummary {
  const { counts, language, slow } = state;
  const last = requestInHand(state);
  const isIdle = last.ended === 'no-request' && counts.past.length > 0;
  return {
    language,
    slow,
    recordings: counts.recordings,
    requests: isIdle ? counts.past : [...counts.past, last],
    misses: counts.misses,
  };
}

/** A caller who hangs up while a staff line is on theirs has most often spoken to a person. */
function requestInHand({ counts, place, service, turns }: CallState): RequestCount {
  const { accepted, presses } = counts;
  const handed = counts.handed || place.at === 'transfer';
  const unfinished = service ? 'abandoned' : 'no-request';
  const ended = accepted ? 'completed' : handed ? 'to-a-person' : unfinished;
  return { ...(service ? { service } : {}), ended, turns, presses };
}

function questionAt({ key, ...place }: PlaceAt<'ask'> | PlaceAt<'more'>): string {
  return place.at === 'ask' && place.member !== undefined ? `${key}.${place.member}` : key;
}
