import type { Answers, GroupEntry } from './answers.ts';
import { answerOf, type Lookup } from './answer-of.ts';
import { type Amounts, expandNames, lookupIn } from './computed.ts';
import { type Holds, holdsWhen } from './conditions.ts';
import type { MemberQuestion, Question } from './definition.ts';
import { namedQuestions } from './named-questions.ts';
import { entryLookup, type Member } from './parse/group.ts';
import type { Reader } from './parse/parsed.ts';
import { readerOf } from './parse/reader-of.ts';
import { isEntries } from './value-kinds.ts';

/** A question ready to be asked and read: all that can be worked out before an answer comes. */
export interface Step {
  question: Question;
  /** Absent means always asked. */
  holds?: Holds;
  /** The questions its condition names. */
  names: readonly string[];
  read: Reader;
  /** Of a group. */
  members: readonly Member[];
}

const condition = (question: Question | MemberQuestion): { holds: Holds } | Record<never, never> =>
  question.when === undefined ? {} : { holds: holdsWhen(question.when) };

/** Prepares a question for asking and reading. */
export function toStep(question: Question, amounts: Amounts): Step {
  const members =
    question.type === 'group'
      ? question.questions.map((member) => ({
          question: member,
          ...condition(member),
          read: readerOf(member),
        }))
      : [];
  return {
    question,
    ...condition(question),
    names: question.when === undefined ? [] : expandNames(namedQuestions(question.when), amounts),
    read: readerOf(question, members, amounts),
    members,
  };
}

/**
 * Walks the steps that hold for these answers, in order; stops when `visit` says so.
 *
 * Guarantee: an answer kept for a question that no longer holds counts as no answer.
 */
export function walk(
  steps: readonly Step[],
  amounts: Amounts,
  answers: Answers,
  visit: (step: Step, kept: Answers) => boolean | undefined,
): void {
  const kept: Answers = {};
  const lookup = lookupIn(kept, amounts);
  for (const step of steps) {
    if (step.holds && !step.holds(lookup)) continue;
    const answer = answerOf(answers, step.question.key);
    if (answer !== undefined && step.question.type !== 'information') {
      kept[step.question.key] = isEntries(answer)
        ? answer.map((entry) => keptMembers(step.members, entry, lookup))
        : answer;
    }
    if (visit(step, kept) === false) return;
  }
}

/** Lists the members of a group that hold for one entry. */
export function heldMembers(
  members: readonly Member[],
  entry: GroupEntry,
  outside: Lookup,
): MemberQuestion[] {
  const kept: GroupEntry = {};
  const lookup = entryLookup(kept, outside);
  const held: MemberQuestion[] = [];
  for (const { question, holds } of members) {
    if (holds && !holds(lookup)) continue;
    held.push(question);
    const value = Object.hasOwn(entry, question.key) ? entry[question.key] : undefined;
    if (value !== undefined) kept[question.key] = value;
  }
  return held;
}

function keptMembers(members: readonly Member[], entry: GroupEntry, outside: Lookup): GroupEntry {
  const kept: GroupEntry = {};
  for (const { key } of heldMembers(members, entry, outside)) {
    const value = Object.hasOwn(entry, key) ? entry[key] : undefined;
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}
