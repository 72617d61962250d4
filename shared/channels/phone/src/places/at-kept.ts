import { gather } from '../askers/asker.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { type Move, moveTo, type Presented } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { isCallable } from '../say/call-person.ts';
import { sayDate } from '../words/say-date.ts';
import { sayDigits } from '../words/say-digits.ts';
import { resumeWords } from '../words/resume-words.ts';
import { wordsOf } from '../words/words-of.ts';

type At = PlaceAt<'kept'>;

/**
 * The number and the code by which what was begun goes on later, said twice in groups.
 *
 * Guarantee: the code is said and never sent; the link is offered only to a number that was shown and can take it.
 */
export function presentKept(state: CallState, place: At): Presented {
  const resume = resumeWords(state.language);
  const [number, code] = [sayDigits(place.number), sayDigits(place.code, [3, 3])];
  const first = place.texted === undefined ? [resume.kept] : [];
  const say = [
    ...first,
    resume.keptNumber(number),
    resume.keptCode(code),
    resume.keptAgain(number, code),
    resume.keptHow(sayDate(place.untilOn, state.language)),
    resume.keptKeys(canText(state, place), place.back !== undefined),
  ];
  return { say: say.map((text) => ({ text })), listen: gather('one') };
}

export function takeKept(state: CallState, place: At, input: Input): Move {
  const key = input.kind === 'keys' ? input.digits : '';
  if (key === '1') return moveTo({ ...state, place: { ...place, misses: 0 } });
  if (key === '2' && canText(state, place))
    return moveTo({ ...state, place: { at: 'texting', from: place } });
  if (key === '3' && place.back) return moveTo({ ...state, place: place.back });
  // Who is still writing says nothing: they hear it all once more before the call ends.
  if (place.misses < (key === '' ? 1 : 2))
    return moveTo({ ...state, place: { ...place, misses: place.misses + 1 } });
  return moveTo({ ...state, place: { at: 'ended' } }, [wordsOf(state.language).goodbye]);
}

function canText({ facts }: CallState, { texted }: At): boolean {
  return texted === undefined && facts.from !== undefined && isCallable(facts.from);
}
