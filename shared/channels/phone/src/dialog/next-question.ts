import { type MemberQuestion, type Question, type QuestionOf, wording } from '@guichet/catalogue';
import { capital } from '../words/capital.ts';
import { wordsOf } from '../words/words-of.ts';
import type { CallState, Sub } from './call-state.ts';
import type { Effect } from './effects.ts';
import { type CallDeps, type Move, moveTo } from './move.ts';
import { serviceOf } from './service-of.ts';

/** Goes to the first visible question without an answer, reading information on the way; to the summary when there is none. */
export function nextQuestion(
  from: CallState,
  deps: CallDeps,
  lead: string[] = [],
  effects: Effect[] = [],
): Move {
  let state = from;
  const service = serviceOf(state, deps);
  const said = [...lead];
  for (;;) {
    const question = service?.next(state.answers, new Set(state.skipped));
    if (question === undefined)
      return moveTo({ ...state, place: { at: 'summary', page: 0, misses: 0 } }, said, effects);
    if (question.type !== 'information' || state.skipped.includes(question.key)) {
      return askFor(state, question, deps, said, effects);
    }
    said.push(question.ask?.phone?.[state.language] ?? question.body[state.language]);
    state = { ...state, skipped: [...state.skipped, question.key] };
  }
}

/** Goes to a question, whatever was answered before. */
export function askFor(
  state: CallState,
  question: Question,
  deps: CallDeps,
  lead: string[],
  effects: Effect[],
): Move {
  if (question.type === 'group') {
    const fresh = { ...state, entries: [] };
    if (question.required && question.min > 0)
      return nextEntry(fresh, question, deps, [...lead, heading(state, question)], effects);
    return moveTo({ ...fresh, place: { at: 'more', key: question.key, misses: 0 } }, lead, effects);
  }
  const sub = initialSub(state, question);
  return moveTo({ ...state, place: { at: 'ask', key: question.key, sub, misses: 0 } }, lead, effects);
}

/** Starts another entry of a group. */
export function nextEntry(
  state: CallState,
  group: QuestionOf<'group'>,
  deps: CallDeps,
  lead: string[],
  effects: Effect[],
): Move {
  const entries = [...state.entries, {}];
  const name = capital(group.entry[state.language]);
  const said = [...lead, wordsOf(state.language).entry(name, entries.length)];
  return nextMember({ ...state, entries, making: group.key }, group, deps, said, effects);
}

/** Goes to the next member of the entry in the making, or asks whether there is another entry. */
export function nextMember(
  state: CallState,
  group: QuestionOf<'group'>,
  deps: CallDeps,
  lead: string[],
  effects: Effect[],
): Move {
  const index = state.entries.length - 1;
  const entry = state.entries[index] ?? {};
  const member = serviceOf(state, deps)
    ?.visibleMembers(group, entry, state.answers)
    .find(({ key }) => entry[key] === undefined && !state.skipped.includes(`${group.key}.${index}.${key}`));
  if (member === undefined)
    return moveTo({ ...state, place: { at: 'more', key: group.key, misses: 0 } }, lead, effects);
  const place = {
    at: 'ask' as const,
    key: group.key,
    member: member.key,
    sub: initialSub(state, member),
    misses: 0,
  };
  return moveTo({ ...state, place }, lead, effects);
}

/** Types whose menu holds the pass key, so that they need no question before them. */
const passInMenu = new Set<Question['type']>(['yes-no', 'choice', 'choices', 'ranking', 'file', 'consent']);

/** Where a question starts: at its gate when it may be passed, else at its first step. */
export function initialSub(state: CallState, question: Question | MemberQuestion): Sub {
  const inMenu =
    passInMenu.has(question.type) || (question.type === 'phone' && state.facts.from !== undefined);
  if (!question.required && !inMenu) return { step: 'gate' };
  return firstSub(state, question);
}

/** The first step of a question past its gate. */
export function firstSub(state: CallState, question: Question | MemberQuestion): Sub {
  if (question.type === 'phone' && state.facts.from !== undefined) return { step: 'own-number' };
  // The readings of a postal code are said aloud, which a sensitive address may not be.
  if (question.type === 'address' && question.sensitivity === 'sensitive') return { step: 'rest-of-address' };
  return { step: 'ask' };
}

function heading({ language }: CallState, question: Question): string {
  return wording(question, 'phone', language).label;
}
