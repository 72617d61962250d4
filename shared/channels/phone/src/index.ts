export type { AddressColumn } from './addresses/address-columns.ts';
export { type AddressFile, readAddressFile } from './addresses/read-address-file.ts';
export type { CallSummary, Miss, RequestCount, RequestEnd } from './dialog/call-counts.ts';
export { summaryOf } from './dialog/count-call.ts';
export { type CallFacts, type CallState, type Place, readState, writeState } from './dialog/call-state.ts';
export { draftOf } from './dialog/draft-of.ts';
export type {
  CallBackWindow,
  CallbackRequest,
  Effect,
  FoundCase,
  KeptRecording,
  LiveCall,
  OfferedSlots,
  PhoneDraft,
  SpokenSlot,
} from './dialog/effects.ts';
export type { CallDeps, PeopleNow } from './dialog/move.ts';
export { type Prompt, promptsOf } from './dialog/prompts-of.ts';
export { phoneServices } from './dialog/service-of.ts';
export { resumeCall, startCall } from './dialog/start-call.ts';
export { step } from './dialog/step.ts';
export type { Asked, Input, Listen, NewEvidenceId, Spoken, StepResult } from './dialog/turn.ts';
export type { AddressIndex, FoundAddress } from './grammar/address-index.ts';
export { owedCallBack } from './places/owed-call-back.ts';
export { deleteRecording, type FetchedRecording, fetchRecording } from './read/fetch-recording.ts';
export { type ListedRecordings, listRecordings } from './read/list-recordings.ts';
export { callerNumber, inputOf } from './read/input-of.ts';
export {
  type CheckedRequest,
  checkRequest,
  type SignedRequest,
  signedUrl,
  type TwilioAccount,
} from './read/request-check.ts';
export { signRequest } from './read/sign-request.ts';
export { type SmsAnswer, smsAnswer } from './read/sms-answer.ts';
export { type StatusAsked, statusAsked } from './read/status-asked.ts';
export { type CallBack, callBackTwiml } from './say/call-back.ts';
export { callPerson, isCallable, type OutgoingCall } from './say/call-person.ts';
export { staffLines } from './read/staff-lines.ts';
export type { SayOutcome } from './say/outcome.ts';
export { type OutgoingSms, sendSms } from './say/send-sms.ts';
export { type SmsStatus, smsStatus } from './say/sms-status.ts';
export { type TwilioClient, type TwilioClientOptions, twilioClient } from './say/twilio-client.ts';
export { type VoiceReply, voiceReply } from './say/voice-reply.ts';
export { hangUp, spokenApology, spokenFarewell, spokenMoment } from './twiml/spoken-apology.ts';
export { type TwimlOptions, toTwiml } from './twiml/to-twiml.ts';
export { sayDigits, sayPhone } from './words/say-digits.ts';
export { sayTime } from './words/say-time.ts';
export { briefWordsOf } from './words/brief-words.ts';
export { wordsOf } from './words/words-of.ts';
export { smsBody, smsLength, type SmsWords } from './say/sms-body.ts';
