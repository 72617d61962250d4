export { type DeskSettings, type OpenDesk, openDesk } from './open-desk.ts';
export {
  actorId,
  as,
  type Actor,
  type DeskContext,
  type DeviceUse,
  deviceUses,
  type Role,
  roles,
  type ServiceShelf,
} from './context.ts';
export { may, type Permission, staffPermissions } from './audit/permissions.ts';
export { type ChainedEvent, type EventFact, hashOf } from './audit/chain.ts';
export { type DueJob, claimDueJobs } from './outbox/claim-due-jobs.ts';
export { countJobs, type JobCounts } from './outbox/count-jobs.ts';
export { listOverdueJobs } from './outbox/list-overdue-jobs.ts';
export { parkJob } from './outbox/park-job.ts';
export { requeueAll } from './outbox/requeue-all.ts';
export { requeueJobs } from './outbox/requeue-jobs.ts';
export * from './people/index.ts';
export { type Colleague, listColleagues } from './people/list-colleagues.ts';
export { endSession } from './people/end-session.ts';
export { findSession, type Session } from './people/find-session.ts';
export * from './supervision/staff-and-days.ts';
export { startSession } from './people/start-session.ts';
export { statusCode } from './privacy/proofs.ts';
export { type EvidenceFile, readEvidence } from './privacy/read-evidence.ts';
export { uploadEvidence } from './privacy/upload-evidence.ts';
export { dueAt } from './clocks/due.ts';
export { instantOn } from './clocks/instant-on.ts';
export {
  type LineHours,
  type LineState,
  lineState,
  nextOpenDays,
  readWeekHours,
} from './clocks/line-hours.ts';
export { todayOf } from './clocks/today.ts';
export { type SplitCase, splitCase } from './intake/split/split-case.ts';
export { type Transfer, type TransferCase, transferCase } from './queues/transfer-case.ts';
export { listTeams, type TeamRow } from './people/list-teams.ts';
export { listProposals, type ProposalRow } from './queues/list-proposals.ts';
export { type AddedKind, addedKinds, type AddTask, addTask } from './correspondence/tasks/add-task.ts';
export { markTask } from './correspondence/tasks/mark-task.ts';
export { foldTally } from './queues/fold-tally.ts';
export { listMine } from './queues/list-mine.ts';
export { listQueue, type QueueCursor, type QueueRow, type QueueView } from './queues/list-queue.ts';
export { countUnder, type QueueCount } from './queues/queue-counts.ts';
export {
  type DueClass,
  dueClasses,
  type QueueFilter,
  readFilter,
  writeFilter,
} from './queues/queue-filter.ts';
export { queueMark, type QueueMarks, readQueueMarks, teamsSeen } from './queues/read-queue-marks.ts';
export {
  type Acted,
  type ActedOn,
  actOnCases,
  casesOfActMax,
  type QueueAct,
} from './queues/acts/act-on-cases.ts';
export { type QueueActId, queueActKinds } from './queues/acts/keep-acted.ts';
export { type AssignCase, assignCase, type Assigned } from './queues/acts/assign-case.ts';
export { undoAct } from './queues/acts/undo-act.ts';
export { listLookers, type Looker } from './queues/presence/list-lookers.ts';
export { lookAt, lookAway } from './queues/presence/look-at.ts';
export { dropView, keepView, type QueueViewId } from './queues/views/keep-view.ts';
export { listViews, type SavedView } from './queues/views/list-views.ts';
export { findCases, type FoundCase, type FoundCases } from './queues/search/find-cases.ts';
export { indexCase, indexCases } from './queues/search/index-cases.ts';
export type { FactMatch } from './queues/search/match-facts.ts';
export { returnCase } from './queues/return-case.ts';
export { type TakeNext, takeNext } from './queues/take-next.ts';
export { type AcceptedCase, type Acceptance, acceptSubmission } from './intake/accept-submission.ts';
export { findAcceptance } from './intake/find-acceptance.ts';
export { draftInForce } from './intake/draft-in-force.ts';
export { draftKey } from './intake/draft-key.ts';
export { findTyped } from './intake/find-typed.ts';
export { type KeepTyped, keepTyped } from './intake/keep-typed.ts';
export { layOver, type TypedBeside } from './correspondence/lay-over.ts';
export { type Draft, findDraft } from './intake/find-draft.ts';
export { type CaseStatus, findStatus } from './intake/find-status.ts';
export { type OfferedResume, offerResume } from './intake/offer-resume.ts';
export { type OverwriteDraft, overwriteDraft } from './intake/overwrite-draft.ts';
export { type Resumed, resumeDraft } from './intake/resume-draft.ts';
export { type DraftContent, type KeptDraft, type SaveDraft, saveDraft } from './intake/save-draft.ts';
export { type CheckBatch, checkBatch } from './mailroom/check-batch.ts';
export { type ConfirmLetter, confirmLetter } from './mailroom/confirm-letter.ts';
export {
  type DestroyBatchPaper,
  destroyBatchPaper,
  destructionMethods,
  type DestructionRecord,
} from './mailroom/destroy-batch-paper.ts';
export {
  askedOn,
  type FieldReading,
  type FormCandidate,
  type LetterReading,
  type LetterSuggestions,
  type PageTaken,
  type PageSpot,
  type ReadLine,
} from './mailroom/letter-reading.ts';
export { type BatchRow, type LetterRow, listBatches, listLetters } from './mailroom/list-mailroom.ts';
export { listSameLetters, type SameLetter } from './mailroom/list-same-letters.ts';
export { noteBatchProgress } from './mailroom/note-batch-progress.ts';
export {
  type BatchCheck,
  type BatchLetterRow,
  type BatchPageRow,
  type BatchView,
  readBatch,
} from './mailroom/read-batch.ts';
export { readSmallPicture } from './mailroom/read-small-picture.ts';
export { findPostedDraft } from './mailroom/find-posted-draft.ts';
export { findPrintedForm, listPrintedForms } from './mailroom/find-printed-form.ts';
export { findInCase, type FoundPage } from './mailroom/free/find-in-case.ts';
export { findLetters, type FoundLetters } from './mailroom/free/find-letters.ts';
export { type Piece, type ReadPiece, readPiece } from './mailroom/free/read-piece.ts';
export { continueLetter } from './mailroom/free/continue-letter.ts';
export { listNamedCases, type NamedCase } from './mailroom/free/list-named-cases.ts';
export { type SplitLetter, splitLetter } from './mailroom/free/split-letter.ts';
export { type JoinLetter, joinLetter } from './mailroom/join-letter.ts';
export { keepPrintedForm, type PrintedForm, type PrintedFormKey } from './mailroom/keep-printed-form.ts';
export { type OpenBatch, openBatch } from './mailroom/open-batch.ts';
export { type Letter, readLetter } from './mailroom/read-letter.ts';
export {
  batchBytesMax,
  batchPagesMax,
  type ReceiveBatch,
  type ReceivedBatch,
  receiveBatch,
} from './mailroom/receive-batch.ts';
export { errorInterval } from './mailroom/keying/binomial.ts';
export type { KeyedField } from './mailroom/keying/keyed-letter.ts';
export { type CheckKeyed, keyCheck } from './mailroom/keying/key-check.ts';
export { type KeyLetter, keyLetter, type LetterKeyed } from './mailroom/keying/key-letter.ts';
export { type CheckRow, type Checks, listChecks } from './mailroom/keying/list-checks.ts';
export { openCheck, type OpenCheck } from './mailroom/keying/open-check.ts';
export { wrongMaxOf } from './mailroom/keying/raise-threshold.ts';
export {
  type KeyingFigures,
  type KeyingReport,
  readKeying,
  readOwnKeying,
  type SampledContent,
} from './mailroom/keying/read-keying.ts';
export { resetThreshold } from './mailroom/keying/reset-threshold.ts';
export { sampledPaths } from './mailroom/keying/sampled-paths.ts';
export { settleKeyedLetter } from './mailroom/keying/settle-keyed-letter.ts';
export { readThresholds, type Thresholds, underThreshold } from './mailroom/keying/thresholds.ts';
export { unconfirmedPaths } from './mailroom/keying/unconfirmed-paths.ts';
export { pageKey } from './mailroom/page-key.ts';
export { askSender } from './mailroom/free/ask-sender.ts';
export { type AnswerPurpose, type LetterAnswer } from './mailroom/free/write-answer.ts';
export { prepareAnswer, settleAnswer } from './mailroom/free/answer-of-letter.ts';
export { queueAnswer } from './mailroom/free/queue-answer.ts';
export {
  asideWhys,
  type AsideWhy,
  type SetAside,
  setLetterAside,
} from './mailroom/set-letter-aside.ts';
export { type BatchReading, settleBatch } from './mailroom/settle-batch.ts';
export * from './visits/index.ts';
export * from './appointments/index.ts';
export * from './supervision/webhooks/index.ts';
export { type PublishService, publishService } from './supervision/publish-service.ts';
export { type RetireService, retireService } from './supervision/retire-service.ts';
export { type PublishedServices, publishServices } from './intake/publish-services.ts';
export { checkDatabase } from './supervision/check-database.ts';
export { listParkedJobs, type ParkedJob } from './supervision/list-parked-jobs.ts';
export { retryJob } from './supervision/retry-job.ts';
export * from './supervision/board/index.ts';
export { readWorkload, type WorkloadRow } from './supervision/read-workload.ts';
export { type NoteCall, noteCall, type RequestEnd } from './supervision/note-call.ts';
export { type EndCounts, type LineReport, readLine } from './supervision/read-line.ts';
export { tickClocks } from './clocks/tick-clocks.ts';
export { acknowledgeCase } from './correspondence/acknowledge-case.ts';
export { type BeginRecording, beginRecording } from './correspondence/begin-recording.ts';
export type { Fate } from './correspondence/delivery-fate.ts';
export { finishTask } from './correspondence/finish-task.ts';
export { findRecording, type Recording } from './correspondence/find-recording.ts';
export { isCallBackAsked } from './correspondence/is-call-back-asked.ts';
export { findMessage, type FoundMessage } from './correspondence/find-message.ts';
export { findRecordedCall, type RecordedCall } from './correspondence/find-recorded-call.ts';
export { type ListedRecording, type RecordingFate, recordingFate } from './correspondence/recording-fate.ts';
export { type MessageLeft, messageLeft } from './correspondence/message-left.ts';
export { messageRecordingId } from './correspondence/message-recording-id.ts';
export { recordingType } from './correspondence/recording-type.ts';
export {
  type ErasedRecording,
  eraseRecording,
  isRecordingErased,
} from './correspondence/erase-recording.ts';
export { noteRecordedCall } from './correspondence/note-recorded-call.ts';
export type { RecordedCallId } from './correspondence/recorded-call-id.ts';
export { type LookedThrough, settleRecordedCall } from './correspondence/settle-recorded-call.ts';
export { listLiveCalls, type LiveCallRow } from './correspondence/list-live-calls.ts';
export {
  type CallAttempt,
  type CallAttemptId,
  type CallAttemptState,
  listCallAttempts,
} from './correspondence/list-call-attempts.ts';
export {
  type CallRefusal,
  isAllowedNumber,
  type OutboundRules,
} from './correspondence/count-outbound-call.ts';
export {
  type PlaceCallBack,
  placeCallBack,
  type PlacedCallBack,
} from './correspondence/place-call-back.ts';
export { type PreparedCallBack, prepareCallBack } from './correspondence/prepare-call-back.ts';
export { settleCallBack, settleCallBackByProvider } from './correspondence/settle-call-back.ts';
export { callableFrom } from './clocks/calling-hours.ts';
export { readCallMarks } from './correspondence/read-call-marks.ts';
export { endLiveCall } from './correspondence/end-live-call.ts';
export { type LiveCallId, type NoteLiveCall, noteLiveCall } from './correspondence/note-live-call.ts';
export {
  type AnswerSoFar,
  type LiveCallFile,
  type ReadLiveCall,
  readLiveCall,
} from './correspondence/read-live-call.ts';
export { keepSuggestion } from './correspondence/keep-suggestion.ts';
export { markUnheard, type UnheardWhy, unheardWhys } from './correspondence/mark-unheard.ts';
export { noteForgotten } from './correspondence/note-forgotten.ts';
export { postponeSuggestion } from './correspondence/postpone-suggestion.ts';
export { keepRecording } from './correspondence/keep-recording.ts';
export { listPickups, type Pickup } from './correspondence/list-pickups.ts';
export {
  type CorrectAddress,
  type CorrectedAddress,
  addressQuestion,
  correctAddress,
} from './correspondence/correct-address.ts';
export { type EnvelopeCode, findPostings, type FoundPosting } from './correspondence/find-postings.ts';
export {
  type HandedOver,
  type HandOverBatch,
  handOverBatch,
  type SpoiledWhy,
  spoiledWhys,
} from './correspondence/hand-over-batch.ts';
export { leaveAtCounter } from './correspondence/leave-at-counter.ts';
export { listPrintBatches, type PrintBatchRow } from './correspondence/list-print-batches.ts';
export { listPrintQueue, type PostingRow, type PrintQueue } from './correspondence/list-print-queue.ts';
export {
  noteReturned,
  type Returned,
  type ReturnedWhy,
  returnedWhys,
} from './correspondence/note-returned.ts';
export { listAddresses, type ListedAddress, openPrintBatch } from './correspondence/open-print-batch.ts';
export { type BatchLetter, type PrintBatch, readPrintBatch } from './correspondence/read-print-batch.ts';
export { type TakenBatch, takePrintBatch } from './correspondence/take-print-batch.ts';
export { listReturned, type ReturnedMail, type ReturnedRow } from './correspondence/list-returned.ts';
export { type AddressFile, readAddress } from './correspondence/read-address.ts';
export { listTasks, type TaskRow } from './correspondence/list-tasks.ts';
export { markPickedUp } from './correspondence/mark-picked-up.ts';
export { type Prepared, prepareDelivery, type ToSay } from './correspondence/prepare-delivery.ts';
export { prepareText, type PreparedText, type TextToSay } from './correspondence/prepare-text.ts';
export { type PrintedLetter, queueLetter, type WrittenTo } from './correspondence/queue-letter.ts';
export { noteTextWish } from './correspondence/note-text-wish.ts';
export { readTask, type TaskFile } from './correspondence/read-task.ts';
export {
  callBackKey,
  type CallBackContent,
  type RequestCallBack,
  requestCallBack,
} from './correspondence/request-call-back.ts';
export { sendAgain } from './correspondence/send-again.ts';
export { type ProviderStatus, settleByProvider } from './correspondence/settle-by-provider.ts';
export { type Outcome, settleDelivery } from './correspondence/settle-delivery.ts';
export { settleText, settleTextByProvider } from './correspondence/settle-text.ts';
export { type TextRules, textResumeLink } from './correspondence/text-resume-link.ts';
export { type Transcription, transcribeAnswer } from './correspondence/transcribe-answer.ts';
export { type DisposedMail, disposeMailroom } from './records/dispose-mailroom.ts';
export { endLostCalls } from './records/end-lost-calls.ts';
export { expireDrafts } from './records/expire-drafts.ts';
export { type Forgotten, forgetKeys } from './records/forget-keys.ts';
export { type BrokenHistory, type Verified, verifyHistory } from './records/verify-history.ts';
export * from './cases/index.ts';
