import { type QuestionOf, wording } from '@guichet/catalogue';
import { gather, surelySaid } from '../askers/asker.ts';
import type { CallState, PlaceAt } from '../dialog/call-state.ts';
import type { CallDeps, Move, Presented } from '../dialog/move.ts';
import { nextEntry } from '../dialog/next-question.ts';
import { serviceOf } from '../dialog/service-of.ts';
import type { Input } from '../dialog/turn.ts';
import { spokenYesNo, yesNoHints } from '../grammar/spoken-yes-no.ts';
import { capital } from '../words/capital.ts';
import { wordsOf } from '../words/words-of.ts';
import { commitGroup } from './commit-answer.ts';
import { missed } from './missed.ts';

/** Between the entries of a group: is there another one? */
export function presentMore(state: CallState, place: PlaceAt<'more'>, deps: CallDeps): Presented {
  const words = wordsOf(state.language);
  const group = groupAt(state, place, deps);
  const name = capital(group?.entry[state.language] ?? '');
  const count = state.entries.length;
  const label = group === undefined ? '' : wording(group, 'phone', state.language).label;
  const text = count === 0 ? `${label}. ${words.anyEntry}` : words.moreEntries(name, count);
  return {
    say: [{ text }],
    listen: gather('one', state.speechMisses < 2 ? yesNoHints[state.language] : undefined),
  };
}

export function takeMore(state: CallState, place: PlaceAt<'more'>, input: Input, deps: CallDeps): Move {
  const words = wordsOf(state.language);
  const group = groupAt(state, place, deps);
  const said = spokenYesNo(surelySaid(input) ?? '');
  const key = input.kind === 'keys' ? input.digits : '';
  if (group !== undefined && (key === '1' || said === true)) {
    return state.entries.length < group.max
      ? nextEntry(state, group, deps, [], [])
      : commitGroup(state, group, deps);
  }
  if (group !== undefined && (key === '2' || said === false)) {
    if (state.entries.length >= group.min || (state.entries.length === 0 && !group.required)) {
      return commitGroup(state, group, deps);
    }
    return nextEntry(state, group, deps, [], []);
  }
  return missed(state, input, input.kind === 'silence' ? words.nothingHeard : words.notUnderstood);
}

function groupAt(state: CallState, place: PlaceAt<'more'>, deps: CallDeps): QuestionOf<'group'> | undefined {
  const question = serviceOf(state, deps)?.question(place.key);
  return question?.type === 'group' ? question : undefined;
}
