import type { Problem, Provenance } from '@guichet/catalogue';
import type { CaseId, EvidenceId, Language } from '@guichet/kernel';
import type { CallState } from './call-state.ts';
import type { Effect, FoundCase, OfferedSlots, PhoneDraft, SpokenSlot } from './effects.ts';

/** One sentence or more in one voice; without a language it is said in the call's own. */
export interface Spoken {
  text: string;
  language?: Language;
}

/** Keys, and speech where it is plain. Unit: seconds. */
export interface Gather {
  kind: 'gather';
  /** One key ends it; otherwise the pound key or silence does. */
  keys: 'one' | 'many';
  /** Words the recogniser should expect; absent means keys alone. */
  hints?: readonly string[];
  timeoutSeconds: number;
}

/** A recording that ends by pound; `*` and `0` end it too and are told apart. Unit: seconds. */
export interface Record {
  kind: 'record';
  maxSeconds: number;
  /** A message for a person rather than an answer: even unclaimed by a turn it must be heard. */
  message?: true;
}

/** A staff line is rung; what came of it is the next input. Unit: seconds. */
export interface Transfer {
  kind: 'transfer';
  /** Which of the desk's lines, from 0. The dialog never knows the number. */
  line: number;
  timeoutSeconds: number;
  maxSeconds: number;
}

/** What the caller may do after what is said: `none` ends the call, `effects` waits for the desk's answer. */
export type Listen = Gather | Record | Transfer | { kind: 'none' } | { kind: 'effects' };

/** What happened since the last turn: what the caller did, or what the desk answered to an effect. */
export type Input =
  | { kind: 'keys'; digits: string }
  | { kind: 'speech'; text: string; confidence?: number }
  | { kind: 'recording'; sid: string; url: string; seconds: number; endedBy?: string }
  | { kind: 'silence' }
  /** The staff line that rang hung up after a talk, or was not taken. */
  | { kind: 'transferred'; answered: boolean }
  /** `code` opens the status of the request, with its reference; `caseId` its appointment, where its service is given by one. */
  | { kind: 'accepted' | 'already'; reference: string; code?: string; dueOn?: string; caseId?: CaseId }
  | { kind: 'incomplete'; problems: Problem[] }
  | { kind: 'found'; found: FoundCase }
  | { kind: 'not-found' | 'too-many' }
  /** A draft goes on in this call; or it was sent since. */
  | { kind: 'resumed'; draft: PhoneDraft }
  | { kind: 'submitted' }
  /** `untilOn`: the last day it waits, ISO, in the desk's time zone. */
  | { kind: 'offered'; number: string; code: string; untilOn: string }
  /** The person wants no texts; the desk sends none to such a number. */
  | { kind: 'text-kept' | 'text-refused' | 'text-not-allowed' }
  | { kind: 'slots'; offered: OfferedSlots }
  | { kind: 'slot-booked'; slot: SpokenSlot }
  | { kind: 'slot-taken' | 'slot-cancelled' }
  | { kind: 'callback-kept' }
  | { kind: 'failed'; effect: Asked };

/** Effects whose answer a caller waits for. */
export type Asked =
  | 'submit'
  | 'callback'
  | 'find-status'
  | 'resume-draft'
  | 'offer-resume'
  | 'text-link'
  | 'find-slots'
  | 'book-slot'
  | 'cancel-slot';

export interface StepResult {
  state: CallState;
  say: Spoken[];
  listen: Listen;
  effects: Effect[];
}

export type How = Provenance['how'];

export type NewEvidenceId = () => EvidenceId;
