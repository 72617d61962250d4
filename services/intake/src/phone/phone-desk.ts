import type { Problem, Submission } from '@guichet/catalogue';
import type {
  CallbackRequest,
  CallState,
  FoundCase,
  KeptRecording,
  LiveCall,
  OfferedSlots,
  PhoneDraft,
  SpokenSlot,
} from '@guichet/channels/phone';
import type { CaseId, Language } from '@guichet/kernel';

/** What the desk answers to a submission made by telephone. */
export type PhoneAcceptance =
  /** `code` opens its status with the reference; `dueOn`: the day a decision is promised for, ISO, in the desk's time zone. */
  | { kind: 'accepted' | 'already'; reference: string; code?: string; dueOn?: string; caseId?: CaseId }
  | { kind: 'incomplete'; problems: Problem[] };

/** What the desk answers to a reference and what proves it, with the language the case is in; a wrong reference and a wrong proof look the same. */
export type PhoneStatus =
  | { kind: 'found'; found: FoundCase; language: Language }
  | { kind: 'not-found' | 'too-many' };

/** What the desk answers to the number and the code of a draft; a wrong number and a wrong code look the same. */
export type PhoneResumed =
  | { kind: 'resumed'; draft: PhoneDraft }
  | { kind: 'submitted' | 'not-found' | 'too-many' };

/** The fate of a reply as the provider tells it. */
export interface ProviderStatus {
  /** MessageSid or CallSid. */
  providerId: string;
  /** Ours, as the address of the callback carries it: the provider may be quicker than our own note of its id. */
  deliveryId?: string;
  kind: 'sms' | 'voice';
  /** The provider's word: `delivered`, `undelivered`, `completed`, `no-answer`… */
  status: string;
  errorCode?: string;
  /** The provider's own number of the status, where it gives one. */
  sequence?: number;
}

/**
 * What the telephone asks of the desk.
 *
 * Guarantee: each is safe to repeat with the same arguments. Errors: whatever they throw is taken as "not now".
 */
export interface PhoneDesk {
  /** Keeps one draft for each request of a call. */
  saveDraft(draft: PhoneDraft): Promise<void>;
  /** The latest draft of a call that did not become a case. */
  findDraft(callSid: string): Promise<PhoneDraft | undefined>;
  submit(submission: Submission, draft: PhoneDraft): Promise<PhoneAcceptance>;
  /** Counts as a try on the reference each time it is asked. */
  findStatus(reference: string, fact: string): Promise<PhoneStatus>;
  /** The number and the code of what a request of the call holds; `untilOn` is ISO, in the desk's time zone. */
  offerResume(callSid: string, request: number): Promise<{ number: string; code: string; untilOn: string }>;
  /** Moves a draft into a request of the call. Counts as a try on the number each time it is asked. */
  resumeDraft(asked: {
    callSid: string;
    request: number;
    number: string;
    code: string;
  }): Promise<PhoneResumed>;
  /** Has the link to what a request of the call holds sent by text message. */
  textLink(asked: {
    callSid: string;
    request: number;
    phone: string;
    language: Language;
  }): Promise<'kept' | 'refused' | 'not-allowed'>;
  /** Three free times of a case's service from a day on, ISO, and the appointment that stands. */
  findSlots(asked: { caseId: CaseId; from?: string }): Promise<OfferedSlots>;
  /** Books a time, or moves the appointment there. */
  bookSlot(asked: { caseId: CaseId; slot: SpokenSlot; isMove: boolean }): Promise<'booked' | 'taken'>;
  cancelSlot(caseId: CaseId): Promise<void>;
  /** Fetches nothing yet: notes which original belongs to which answer, so that a job fetches, seals and deletes it there. */
  keepRecording(recording: KeptRecording): Promise<void>;
  /** Has what the caller erased as they recorded it deleted at the provider, and never heard. */
  eraseRecording(erased: { callSid: string; recordingSid: string }): Promise<void>;
  /**
   * The provider has a recording ready. One that is no message and that no turn kept was erased by the caller: it is
   * nobody's to hear.
   */
  recordingReady(recording: {
    callSid: string;
    recordingSid: string;
    recordingUrl: string;
    status: string;
    seconds: number;
    /** Left for a person, so that it must be heard even if no turn could note it. */
    message: boolean;
  }): Promise<void>;
  /** A message was left outside the dialog: its recording is looked for even if the provider's news of it is lost. */
  messageMade(callSid: string): Promise<void>;
  requestCallback(request: CallbackRequest): Promise<void>;
  /** Shows a call-back that was asked for to the team that may take it, while the call lasts. */
  showCallback(request: CallbackRequest): Promise<void>;
  /** Shows a call, with its answers so far, to the team that may take it. */
  noteLiveCall(call: LiveCall): Promise<void>;
  /** `state`: where the call stood; absent when it is remembered no more. */
  callEnded(call: {
    callSid: string;
    status: string;
    seconds: number;
    state: CallState | undefined;
  }): Promise<void>;
  deliveryStatus(status: ProviderStatus): Promise<void>;
  /** The fate of a call that someone at the desk asked for, by our own id of the attempt. */
  callBackStatus(news: { providerId: string; attemptId: string; status: string }): Promise<void>;
  /** The fate of a text message that is no reply to a case, by our own id of it. */
  textStatus(news: { providerId: string; textId: string; status: string }): Promise<void>;
  /** A person answered a text message with STOP or ARRÊT, or with START. */
  smsConsent(change: { phone: string; wanted: boolean }): Promise<void>;
  /** Seals a call for the hour it may last; bound to the call. */
  sealState(callSid: string, text: string): string;
  /** Errors: throws when it does not open. */
  openState(callSid: string, sealed: string): string;
}
