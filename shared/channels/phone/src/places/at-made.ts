import { parseDraftNumber, parseReference } from '@guichet/kernel';
import { gather } from '../askers/asker.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { type Move, moveTo, type Presented } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { keyedDigits } from '../grammar/keyed-digits.ts';
import { resumeWords } from '../words/resume-words.ts';
import { wordsOf } from '../words/words-of.ts';
import { missed } from './missed.ts';

type At = PlaceAt<'made'>;

/**
 * A request made or begun before, by its number, then what proves it: the code told with the number, or for one already sent
 * the telephone number given. Guarantee: the number one calls from proves nothing and is not offered.
 */
export function presentMade(state: CallState, place: At): Presented {
  const words = wordsOf(state.language);
  const { reference } = place;
  const proof =
    reference !== undefined && parseDraftNumber(reference)
      ? resumeWords(state.language).draftProof
      : words.madeProof;
  const text = reference === undefined ? words.madeReference : proof;
  return { say: [{ text }], listen: gather('many') };
}

export function takeMade(state: CallState, place: At, input: Input): Move {
  const words = wordsOf(state.language);
  const why = input.kind === 'silence' ? words.nothingHeard : words.notUnderstood;
  const digits = input.kind === 'keys' ? keyedDigits(input.digits) : '';
  if (digits === '') return missed(state, input, why);
  if (place.reference === undefined) {
    const reference = parseReference(digits) ?? parseDraftNumber(digits);
    return reference === undefined
      ? missed(state, input, words.noSuchReference)
      : moveTo({ ...state, place: { ...place, reference } });
  }
  const { reference, misses } = place;
  if (parseDraftNumber(reference) && !/^\d{6}$/.test(digits))
    return missed(state, input, resumeWords(state.language).noSuchCode);
  if (!/^(\d{6}|1?\d{10})$/.test(digits)) return missed(state, input, words.noSuchProof);
  return moveTo({ ...state, place: { at: 'finding', reference, fact: digits, misses } });
}
