import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import type { Effect } from '../dialog/effects.ts';
import { type Move, moveTo } from '../dialog/move.ts';
import type { Input } from '../dialog/turn.ts';
import { resumeWords } from '../words/resume-words.ts';

/** The effect that asks for the link to be sent to the number that was shown. */
export function textEffect({ facts, request, language }: CallState): Effect[] {
  const { callSid, from: phone } = facts;
  return phone === undefined ? [] : [{ kind: 'text-link', callSid, request, phone, language }];
}

/** Takes what the desk says of the text message, and gives the number and the code again: the code is not in it. */
export function takeTexting(state: CallState, { from }: PlaceAt<'texting'>, input: Input): Move {
  const resume = resumeWords(state.language);
  const said =
    input.kind === 'text-kept'
      ? resume.textKept
      : input.kind === 'text-refused'
        ? resume.textRefused
        : resume.textFailed;
  return moveTo({ ...state, place: { ...from, texted: true, misses: 0 } }, [said]);
}
