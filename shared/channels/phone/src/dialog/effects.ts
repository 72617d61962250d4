import type { Answers, Provenance, Submission } from '@guichet/catalogue';
import type { Bilingual, CaseId, EvidenceId, Language, PlaceId } from '@guichet/kernel';

/** All that a call holds of a request, kept after each answer so that a dropped call loses nothing. */
export interface PhoneDraft {
  callSid: string;
  /** Counts the requests made in one call, from 1. */
  request: number;
  service: string;
  version: number;
  language: Language;
  answers: Answers;
  /** Optional questions passed, and information read. */
  skipped: string[];
  provenance: { [question: string]: Provenance };
  /** Names of files sent where the request was begun, by evidence id. */
  fileNames?: Record<string, string>;
}

export interface KeptRecording {
  callSid: string;
  /** The request of the call it belongs to, as in the draft. */
  request: number;
  recordingSid: string;
  recordingUrl: string;
  /** The id the answer already names; the original must be stored under it. */
  evidence: EvidenceId;
  /** Question key, `group.0.member`, or `message` for what is left for a call-back. */
  question: string;
}

/** When the caller would like to be called; Shape: the day is ISO. */
export interface CallBackWindow {
  day: string;
  part: 'morning' | 'afternoon';
}

export interface CallbackRequest {
  callSid: string;
  /** How many turns the call had: an effect done twice is one asking. */
  turn: number;
  language: Language;
  /** E.164; absent when the caller left it in the recording. */
  phone?: string;
  recording?: EvidenceId;
  /** Absent means as soon as someone can. */
  window?: CallBackWindow;
  /** Why a person takes over: asked for, too many misunderstandings, or the desk could not take the request. */
  reason: 'asked' | 'not-understood' | 'too-long' | 'not-submitted' | 'not-found' | 'withdraw';
  draft?: PhoneDraft;
  /** The request made before that the caller has just proved to be theirs. */
  about?: Pick<FoundCase, 'caseId' | 'code'>;
}

/** A call that a person is asked to take, told to the desk before their telephone rings. */
export interface LiveCall {
  callSid: string;
  /** As of a call-back. */
  turn: number;
  language: Language;
  reason: CallbackRequest['reason'];
  /** E.164; absent when the number is withheld. */
  phone?: string;
  draft?: PhoneDraft;
  about?: Pick<FoundCase, 'caseId' | 'code'>;
}

/** A time at a place, as it is said. Shape: the day is ISO, the time `HH:MM`, both by the clock of the place; the instant is ISO. */
export interface SpokenSlot {
  placeId: PlaceId;
  place: Bilingual;
  day: string;
  time: string;
  startsAt: string;
}

/** What the desk offers for an appointment: three times at most. */
export interface OfferedSlots {
  booked?: SpokenSlot;
  slots: SpokenSlot[];
  /** From which day on there is more, ISO. */
  nextFrom?: string;
}

/** Where a request made before stands, in days of the desk's time zone, ISO. */
export type FoundCase = {
  caseId: CaseId;
  /** The service's, with its name. */
  code: string;
  service: Bilingual;
  receivedOn: string;
  /** The last letter posted to the person, and whether it came back. */
  letter?: { postedOn: string; isReturned: boolean };
  /** Its service is given by appointment, and one stands or can be made. */
  appointment?: 'booked' | 'offered';
} & (
  | { state: 'received' | 'in-progress' | 'waiting-for-you'; dueOn: string }
  /** The decision's words as they were told; absent where they may not be read aloud. */
  | { state: 'closed'; closedOn: string; decision?: { words: string; language: Language } }
);

/** What the dialog asks the desk to do, as data. */
export type Effect =
  | { kind: 'save-draft'; draft: PhoneDraft }
  | { kind: 'record-evidence'; recording: KeptRecording }
  /** What the caller took back as they recorded it is nobody's to hear. */
  | { kind: 'erase-recording'; callSid: string; recordingSid: string }
  | { kind: 'submit'; submission: Submission; draft: PhoneDraft }
  /** Guarantee: asked of the desk once a turn; what proves a request leaves the call's memory with the answer. */
  | { kind: 'find-status'; reference: string; fact: string }
  | { kind: 'live-call'; call: LiveCall }
  /** What was begun at another door goes on in this call, as its request of that count. */
  | { kind: 'resume-draft'; callSid: string; request: number; number: string; code: string }
  | { kind: 'offer-resume'; callSid: string; request: number }
  /** `phone` is the number that was shown, E.164. */
  | { kind: 'text-link'; callSid: string; request: number; phone: string; language: Language }
  | { kind: 'find-slots'; caseId: CaseId; from?: string }
  | { kind: 'book-slot'; caseId: CaseId; slot: SpokenSlot; isMove: boolean }
  | { kind: 'cancel-slot'; caseId: CaseId }
  | { kind: 'callback'; request: CallbackRequest };
