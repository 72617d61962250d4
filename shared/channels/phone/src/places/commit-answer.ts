import type { AnswerValue, MemberValue, Provenance, QuestionOf } from '@guichet/catalogue';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import { recordingsIn, saveDraft } from '../dialog/draft-of.ts';
import type { Effect } from '../dialog/effects.ts';
import type { CallDeps, Move } from '../dialog/move.ts';
import { nextMember, nextQuestion } from '../dialog/next-question.ts';
import { serviceOf } from '../dialog/service-of.ts';

/** Keeps an answer, drops what it makes moot, and goes on. */
export function commitAnswer(
  state: CallState,
  place: PlaceAt<'ask'>,
  value: AnswerValue,
  provenance: Provenance,
  deps: CallDeps,
  lead: string[] = [],
  effects: Effect[] = [],
): Move {
  const group = groupOf(state, place, deps);
  if (group !== undefined && place.member !== undefined) {
    const index = state.entries.length - 1;
    const entry = { ...state.entries[index], [place.member]: value as MemberValue };
    const now = { ...state, entries: [...state.entries.slice(0, -1), entry] };
    return nextMember(now, group, deps, lead, [...saveDraft(now), ...effects]);
  }
  const now = withAnswer(state, place.key, value, provenance, deps);
  return nextQuestion(now, deps, lead, [...saveDraft(now), ...effects]);
}

/** Leaves an optional question without an answer, and goes on. */
export function passQuestion(state: CallState, place: PlaceAt<'ask'>, deps: CallDeps, lead: string[]): Move {
  const group = groupOf(state, place, deps);
  if (group !== undefined && place.member !== undefined) {
    const path = `${group.key}.${state.entries.length - 1}.${place.member}`;
    return nextMember({ ...state, skipped: [...state.skipped, path] }, group, deps, lead, []);
  }
  const now = withoutAnswer(state, place.key, deps);
  return nextQuestion(now, deps, lead, saveDraft(now));
}

/** Keeps the entries of a group as its answer, and goes on. */
export function commitGroup(state: CallState, group: QuestionOf<'group'>, deps: CallDeps): Move {
  const { entries } = state;
  if (entries.length === 0 && !group.required) {
    const now = withoutAnswer(state, group.key, deps);
    return nextQuestion(now, deps, [], saveDraft(now));
  }
  const how = recordingsIn({ [group.key]: entries }).length > 0 ? 'recorded' : 'keyed';
  const now = { ...withAnswer(state, group.key, entries, { how }, deps), entries: [] };
  return nextQuestion(now, deps, [], saveDraft(now));
}

function withAnswer(
  state: CallState,
  key: string,
  value: AnswerValue,
  provenance: Provenance,
  deps: CallDeps,
): CallState {
  const answers = { ...state.answers, [key]: value };
  return {
    ...state,
    answers: serviceOf(state, deps)?.prune(answers) ?? answers,
    provenance: { ...state.provenance, [key]: provenance },
    skipped: state.skipped.filter((skipped) => skipped !== key),
  };
}

function withoutAnswer(state: CallState, key: string, deps: CallDeps): CallState {
  const { [key]: _dropped, ...answers } = state.answers;
  return {
    ...state,
    answers: serviceOf(state, deps)?.prune(answers) ?? answers,
    skipped: [...state.skipped.filter((skipped) => skipped !== key), key],
    entries: [],
  };
}

function groupOf(state: CallState, place: PlaceAt<'ask'>, deps: CallDeps): QuestionOf<'group'> | undefined {
  const question = serviceOf(state, deps)?.question(place.key);
  return question?.type === 'group' ? question : undefined;
}
