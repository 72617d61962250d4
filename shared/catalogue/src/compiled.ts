import type { Bilingual, Language } from '@guichet/kernel';
import type { Answers, AnswerValue, GroupEntry } from './answers.ts';
import type {
  Condition,
  MemberQuestion,
  Question,
  QuestionOf,
  Referral,
  ReplyWay,
  Sensitivity,
  ServiceDefinition,
} from './definition.ts';

/** Something wrong with an answer; doors show `problemWords` in the person's language. */
export interface Problem {
  /** Question key, or `group.0.member` inside a repeatable group. */
  path: string;
  code:
    | 'required'
    | 'unknown-question'
    | 'not-asked'
    | 'wrong-type'
    | 'too-long'
    | 'too-small'
    | 'too-large'
    | 'not-an-option'
    | 'too-few'
    | 'too-many'
    | 'bad-date'
    | 'date-too-early'
    | 'date-too-late'
    | 'bad-number'
    | 'bad-phone'
    | 'bad-email'
    | 'bad-postal-code'
    | 'bad-identifier'
    | 'bad-check-digit'
    | 'not-consented'
    | 'incomplete-address'
    | 'incomplete-person'
    | 'bad-place'
    /** A rank that is no rank, given twice, or left out. */
    | 'bad-rank'
    | 'rank-twice'
    | 'incomplete-slot'
    | 'slot-closed'
    | 'slot-time'
    /** Of a service that takes one answer a person: this person answered already. */
    | 'answered-before'
    /** Characters that no record can hold: control characters, hidden direction marks. */
    | 'bad-characters';
  params?: Record<string, string | number>;
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export interface ParseOptions {
  /** The day it is for the person, ISO, in the desk's time zone: relative date ranges count from it. */
  today: string;
  /** Accept recordings in place of text that can't be keyed (phone). */
  allowPending?: boolean;
  /** The answers so far: conditions of a group's members may read them. `parse` fills this in by itself. */
  answers?: Answers;
}

/**
 * A service ready to be asked: every channel derives from this and from nothing else.
 *
 * Guarantee: pure; the same answers give the same questions and the same verdict on every channel.
 */
export interface CompiledService {
  readonly definition: ServiceDefinition;
  /** SHA-256 of the canonical JSON of the definition, hex. */
  readonly hash: string;
  /** The definition's questions, then the reply block (how we answer the person), in the order asked. */
  readonly questions: readonly Question[];
  question(key: string): Question | undefined;
  /** The questions that hold for these answers, in order. */
  visible(answers: Answers): Question[];
  /** The questions of one entry of a group that hold, given the entry's own answers and those outside the group. */
  visibleMembers(group: QuestionOf<'group'>, entry: GroupEntry, answers: Answers): MemberQuestion[];
  /** The first visible question with no answer yet (an optional question, or an information, counts until it is answered or skipped). */
  next(answers: Answers, skipped: ReadonlySet<string>): Question | undefined;
  /** Reads one answer as a person would write it, or as a form posts it, into its stored value. */
  parseAnswer(
    question: Question | MemberQuestion,
    raw: unknown,
    options: ParseOptions,
  ): Parsed<AnswerValue | undefined>;
  /** Checks a whole set: unknown or unasked keys, missing answers, each value. Answers of questions not visible are refused as `not-asked`. */
  parse(raw: Record<string, unknown>, options: ParseOptions): Parsed<Answers>;
  /** Keeps only the answers of visible questions: what a changed earlier answer makes moot falls away. */
  prune(answers: Answers): Answers;
  /** Keys of the questions that some condition reads, through computed amounts too: their answers change what is asked. */
  readonly deciding: ReadonlySet<string>;
  /** Sensitivity of each question key; members count with the highest of their group. */
  readonly sensitivityOf: ReadonlyMap<string, Sensitivity>;
  /** The condition of a question in plain words: "Si « Le chien est stérilisé » est « Non »". */
  describeCondition(condition: Condition, language: Language): string;
  /** How the person chose to hear back, read from the reply block and the service's own questions. */
  replyChoice(answers: Answers): ReplyChoice;
  /** The fee for these answers in cents, with its label; undefined when the service has none. A rule of 0 cents says why it is free. */
  fee(answers: Answers): Fee | undefined;
  /** The amounts worked out from these answers, in the definition's order; those with nothing to work from are left out. */
  computed(answers: Answers): ComputedValue[];
  /** The bodies that would be told of the request, with what; `agreed` says whether the consent it takes was given. */
  referrals(answers: Answers): ReferralPlan[];
  /** The facts by which the person can later prove that the case is theirs (phone, e-mail, postal code), normalised. */
  proofs(answers: Answers): { kind: 'phone' | 'email' | 'postal-code'; value: string }[];
}

/** What the person pays. Unit: whole cents. */
export interface Fee {
  cents: number;
  label: Bilingual;
  /** Equal parts, the first ones a cent larger where it does not divide; absent when paid at once. */
  instalments?: { cents: number[]; everyDays: number };
}

/** An amount worked out from answers, written as people read it. */
export interface ComputedValue {
  key: string;
  label: Bilingual;
  value: number;
  text: Bilingual;
  sensitivity: Sensitivity;
}

/** A body to be told, and the questions whose answers it is told. */
export interface ReferralPlan {
  referral: Referral;
  tells: Question[];
  agreed: boolean;
}

export type ReplyChoice =
  | { way: 'email'; email: string }
  | { way: 'sms' | 'voice'; phone: string }
  | { way: 'letter'; name: string; address: import('./answers.ts').AddressValue }
  | { way: 'pickup'; name?: string }
  | { way: 'none' }
  /** The address was recorded by phone and waits for a person to type it. */
  | { way: ReplyWay; pending: true };
