import type { Problem, Provenance } from '@guichet/catalogue';
import type { EvidenceId, Language } from '@guichet/kernel';
import type { CallState } from './call-state.ts';
import type { Effect, FoundCase } from './effects.ts';

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

/** What the caller may do after what is said: `none` ends the call, `effects` waits for the desk's answer. */
export type Listen = Gather | Record | { kind: 'none' } | { kind: 'effects' };

/** What happened since the last turn: what the caller did, or what the desk answered to an effect. */
export type Input =
  | { kind: 'keys'; digits: string }
  | { kind: 'speech'; text: string; confidence?: number }
  | { kind: 'recording'; sid: string; url: string; seconds: number; endedBy?: string }
  | { kind: 'silence' }
  /** `code` opens the status of the request, with its reference. */
  | { kind: 'accepted' | 'already'; reference: string; code?: string; dueOn?: string }
  | { kind: 'incomplete'; problems: Problem[] }
  | { kind: 'found'; found: FoundCase }
  | { kind: 'not-found' | 'too-many' }
  | { kind: 'callback-kept' }
  | { kind: 'failed'; effect: 'submit' | 'callback' | 'find-status' };

export interface StepResult {
  state: CallState;
  say: Spoken[];
  listen: Listen;
  effects: Effect[];
}

export type How = Provenance['how'];

export type NewEvidenceId = () => EvidenceId;
