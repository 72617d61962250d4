import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import type { Effect } from '../dialog/effects.ts';
import { type CallDeps, type Move, moveTo } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { resumeWords } from '../words/resume-words.ts';
import { sayPhone } from '../words/say-digits.ts';

/** The effect that asks for the link to be sent to the number that was shown. */
export function textEffect({ facts, request, language }: CallState): Effect[] {
  const { callSid, from: phone } = facts;
  return phone === undefined ? [] : [{ kind: 'text-link', callSid, request, phone, language }];
}

/** Takes what the desk says of the text message, and gives the number and the code again: the code is not in it. */
export function takeTexting(
  state: CallState,
  { from }: PlaceAt<'texting'>,
  input: Input,
  { textsFrom }: CallDeps,
): Move {
  return moveTo({ ...state, place: { ...from, texted: true, misses: 0 } }, [said(state, input, textsFrom)]);
}

function said({ language }: CallState, input: Input, textsFrom: string | undefined): string {
  const resume = resumeWords(language);
  switch (input.kind) {
    case 'text-kept':
      return resume.textKept;
    case 'text-refused':
      return resume.textRefused(textsFrom === undefined ? undefined : sayPhone(textsFrom));
    case 'text-not-allowed':
      return resume.textNotAllowed;
    default:
      return resume.textFailed;
  }
}
