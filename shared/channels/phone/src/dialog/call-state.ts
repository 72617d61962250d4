import type { AddressValue, Answers, AnswerValue, GroupEntry, Provenance } from '@guichet/catalogue';
import type { CaseId, EvidenceId, Language } from '@guichet/kernel';
import type { Theme } from '../menu/theme-groups.ts';
import { type CallCounts, noCounts } from './call-counts.ts';
import type {
  CallBackWindow,
  CallbackRequest,
  FoundCase,
  OfferedSlots,
  PhoneDraft,
  SpokenSlot,
} from './effects.ts';

/** Where inside one question the caller is; each asker uses some of them. */
export type Sub =
  /** An optional question: answer it or pass. */
  | { step: 'gate' }
  | { step: 'ask'; page?: number }
  /** Read back and wait for 1 or 2. */
  | { step: 'confirm'; value: AnswerValue; how: Provenance['how']; confidence?: number }
  /** A value that is never read aloud is keyed twice. */
  | { step: 'twice'; first: string }
  | { step: 'choices'; index: number; picked: string[] }
  /** Options ranked so far, the preferred one first; `heard` as for a slot. */
  | { step: 'ranking'; order: string[]; page: number; heard?: number | undefined }
  /** A place is chosen, then a day; `heard` is the confidence of what was said rather than keyed. */
  | { step: 'slot-day'; place: string; heard?: number | undefined }
  | { step: 'slot-time'; place: string; day: string; page: number; heard?: number | undefined }
  | { step: 'fraction'; whole: string }
  | { step: 'own-number' }
  | { step: 'postal-letters'; candidates: string[] }
  | { step: 'civic'; postalCode: string }
  | { step: 'street'; postalCode: string; civic: string; page: number }
  /** The only address found, read back whole. */
  | { step: 'whole-address'; address: AddressValue; civic: string }
  | { step: 'unit'; address: AddressValue }
  | { step: 'rest-of-address'; postalCode?: string; civic?: string }
  /** The name of who was born on the day keyed. */
  | { step: 'name'; birthDate: string };

/** A call back that was promised and is asked of the desk. */
export interface CallingBack {
  at: 'calling-back';
  reason: CallbackRequest['reason'];
  phone?: string;
  recording?: EvidenceId;
  window?: CallBackWindow;
  back?: Place;
}

/** What is asked of the desk about an appointment. Shape: the day is ISO. */
type Wanted =
  | { do: 'list'; from?: string }
  | { do: 'book'; slot: SpokenSlot; isMove: boolean }
  | { do: 'cancel' };

/** Where a caller came from to their appointment, and goes back to. */
type AppointmentOf = Extract<Place, { at: 'accepted' | 'found' }>;

export type Place =
  | { at: 'greeting' }
  /** `themes` when the services of some themes are offered rather than all. */
  | { at: 'menu'; themes?: Theme[]; page: number; misses: number }
  /** A request made or begun before: its number first, then what proves that it is the caller's. */
  | { at: 'made'; reference?: string; misses: number }
  | { at: 'finding'; reference: string; fact: string; misses: number }
  | { at: 'found'; found: FoundCase; misses: number }
  /** `member` and `entry` when the question is part of a repeatable group. */
  | { at: 'ask'; key: string; member?: string; sub: Sub; misses: number }
  | { at: 'more'; key: string; misses: number }
  | { at: 'summary'; page: number; misses: number }
  | { at: 'correct'; page: number; misses: number }
  | { at: 'submitting' }
  | { at: 'not-submitted'; misses: number }
  | { at: 'accepted'; reference: string; code?: string; dueOn?: string; caseId?: CaseId; misses: number }
  /** The desk is asked for free times, or to book, move or cancel; `lead` is said with the times. */
  | { at: 'appointing'; caseId: CaseId; want: Wanted; lead?: string; back: AppointmentOf }
  /** `isSure`: false while a cancellation waits to be confirmed. */
  | {
      at: 'appointment';
      caseId: CaseId;
      offered: OfferedSlots;
      isSure?: false;
      misses: number;
      back: AppointmentOf;
    }
  /** A staff line rings or is spoken on; `line` counts those tried from 0. */
  | { at: 'transfer'; reason: CallbackRequest['reason']; line: number; back?: Place }
  | {
      at: 'person';
      /** At `start` it is not settled yet whether someone can take the call now. */
      step: 'start' | 'number' | 'key-number' | 'confirm-number' | 'window' | 'message';
      phone?: string;
      reason: CallbackRequest['reason'];
      misses: number;
      back?: Place;
    }
  | CallingBack
  /** The number and the code of what was begun are asked of the desk, then said; `texted` once the link was asked for. */
  | { at: 'keeping'; from: Extract<Place, { at: 'person' | 'summary' }> }
  | { at: 'kept'; number: string; code: string; untilOn: string; texted?: true; misses: number; back?: Place }
  | { at: 'texting'; from: Extract<Place, { at: 'kept' }> }
  /** The desk could not even note the call-back: the provider keeps a message, and the call-back stays owed. */
  | { at: 'last-word'; misses: number; owed?: CallingBack }
  | { at: 'ended'; owed?: CallingBack };

export type PlaceAt<T extends Place['at']> = Extract<Place, { at: T }>;

/** Facts of the call that do not change. */
export interface CallFacts {
  callSid: string;
  /** E.164, absent when the number is withheld. */
  from?: string;
  /** The day it is in the desk's time zone, ISO. */
  today: string;
}

/**
 * A call in progress, as JSON.
 *
 * Guarantee: holds what the next turn needs and nothing else; it holds answers, so it is sealed wherever it is kept.
 */
export interface CallState {
  facts: CallFacts;
  language: Language;
  slow: boolean;
  turns: number;
  /** The caller has just asked by the star to hear again: the prompt is said in full. */
  again?: true;
  /** Misunderstandings in the whole call. */
  misses: number;
  speechMisses: number;
  place: Place;
  /** Counts the requests made in one call, from 1. */
  request: number;
  service?: { code: string; version: number };
  answers: Answers;
  provenance: { [question: string]: Provenance };
  skipped: string[];
  /** Names of files sent where the request was begun, by evidence id. */
  fileNames?: Record<string, string>;
  /** The entries of the group being asked, the last one in the making. */
  entries: GroupEntry[];
  /** The group that the entries are of. */
  making?: string;
  /** A request taken up in this call that goes on elsewhere: whoever takes the call has it. */
  elsewhere?: PhoneDraft;
  /** What the call counts of itself. */
  counts: CallCounts;
  /** The turn at which nobody at the desk took the call. */
  unansweredAt?: number;
}

/** Writes a call as text; the only place where a call becomes bytes. */
export function writeState(state: CallState): string {
  return JSON.stringify(state);
}

/** Reads a call that `writeState` wrote. */
export function readState(text: string): CallState {
  const state = JSON.parse(text) as CallState;
  // A call begun before its counts were kept.
  return { ...state, counts: state.counts ?? noCounts };
}
