import { type MemberQuestion, type PendingValue, type Question, wording } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import type { Sub } from '../dialog/call-state.ts';
import type { Gather, How, Input, Listen, NewEvidenceId, Transfer } from '../dialog/turn.ts';
import type { AddressIndex } from '../grammar/address-index.ts';
import type { Words } from '../words/words.ts';

export type Askable = Question | MemberQuestion;

/** What an asker may know. */
export interface Asking<Q extends Askable = Askable> {
  question: Q;
  sub: Sub;
  /** Misunderstandings of this question so far: prompts grow with it. */
  misses: number;
  /** Whether speech may be offered. */
  speech: boolean;
  language: Language;
  /** Whether the words are the short ones, of a prompt heard for the first time. */
  brief: boolean;
  words: Words;
  today: string;
  from?: string;
  addresses?: AddressIndex;
  newEvidenceId: NewEvidenceId;
}

export interface Asked {
  say: string[];
  listen: Exclude<Listen, Transfer>;
}

export type HeardRecording = Extract<Input, { kind: 'recording' }> & { evidence: PendingValue['evidence'] };

/** What an asker made of an input. */
export type Taken =
  | { kind: 'value'; raw: unknown; how: How; confidence?: number; check: 'none' | 'read-back' }
  | { kind: 'pending'; value: PendingValue; recording?: HeardRecording }
  | { kind: 'on'; sub: Sub; recording?: HeardRecording; lead?: string }
  | { kind: 'miss'; why: string }
  | { kind: 'pass' };

/**
 * Asks one type of question by keys, by speech where it is plain, or by a recording.
 *
 * Guarantee: pure; an input it does not know is a miss, never an error.
 */
export interface Asker<Q extends Askable = Askable> {
  ask(asking: Asking<Q>): Asked;
  take(asking: Asking<Q>, input: Input): Taken;
}

/** The words of a question as it is spoken; help written for the telephone is always heard, the common one when it is needed. */
export function spokenLabel({ question, language, misses }: Asking): string {
  const { label, help } = wording(question, 'phone', language);
  const helped = help !== undefined && (misses >= 2 || question.helpFor?.phone !== undefined);
  return `${label}${/[.?!:]$/.test(label) ? '' : '.'}${helped ? ` ${help}` : ''}`;
}

/** Unit: seconds. One key is quick, a number must be looked for. */
const timeouts = { one: 7, many: 10 } as const;

export function gather(keys: Gather['keys'], hints?: readonly string[]): Gather {
  return { kind: 'gather', keys, timeoutSeconds: timeouts[keys], ...(hints ? { hints } : {}) };
}

/** The miss of an input that holds nothing usable. */
export function missOf(asking: Asking, input: Input): Taken {
  return {
    kind: 'miss',
    why: input.kind === 'silence' ? asking.words.nothingHeard : asking.words.notUnderstood,
  };
}

/** What was said to a question that may be answered aloud; a sensitive one never is. */
export function speechIn(
  { question }: Asking,
  input: Input,
): { text: string; confidence: number } | undefined {
  if (input.kind !== 'speech' || question.sensitivity === 'sensitive') return undefined;
  return { text: input.text, confidence: input.confidence ?? 0 };
}

/** What was said, when it was heard well enough to stand without being read back. */
export function surelySaid(input: Input): string | undefined {
  if (input.kind !== 'speech' || (input.confidence ?? 0) < confidenceMin) return undefined;
  return input.text;
}

/** Below this, speech is read back before it counts; a recogniser that gives no confidence is never trusted alone. */
export const confidenceMin = 0.75;
