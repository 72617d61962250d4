import type { MemberQuestion, Question } from '@guichet/catalogue';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import type { CallDeps } from '../dialog/move.ts';
import { serviceOf } from '../dialog/service-of.ts';

/** The question that a place asks, inside its group when it is a member. */
export function askedQuestion(
  state: CallState,
  place: PlaceAt<'ask'>,
  deps: CallDeps,
): Question | MemberQuestion | undefined {
  const question = serviceOf(state, deps)?.question(place.key);
  if (place.member === undefined) return question;
  return question?.type === 'group' ? question.questions.find(({ key }) => key === place.member) : undefined;
}
