export { type CloseCase, type Closure, closeCase } from './closure/close-case.ts';
export { type Pause, type PauseCase, pauseCase } from './pause-case.ts';
export { type CaseAnswer, type CaseFile, type ReadCase, readCase } from './read-case.ts';
export {
  type LogContact,
  logContact,
  type LoggedChannel,
  loggedChannels,
} from './contacts/log-contact.ts';
export type {
  CaseCall,
  CaseContact,
  CaseNote,
  CaseTask,
  CaseTaskKind,
} from './contacts/talk-of.ts';
export { type CaseLink, type JoinedCase, type LinkId, type LinkKind } from './links/links-of.ts';
export { type LinkCases, linkCases, unlinkCases } from './links/link-cases.ts';
export { duplicateOutcome, type Merged, mergeCases } from './links/merge-cases.ts';
export { tellDuplicates } from './links/tell-duplicates.ts';
export { type LikelyDuplicate, suggestDuplicates } from './links/suggest-duplicates.ts';
export type { CaseTransfer } from './transfers-of.ts';
export type { CaseProposal } from './closure/proposals-of.ts';
export { confirmClosure, sendBackClosure, withdrawClosure } from './closure/settle-proposal.ts';
export type { FieldChange } from './seen/fields-of.ts';
export { type NoteId, type WriteNote, writeNote } from './notes/write-note.ts';
export type { CaseReferral } from './referrals-of.ts';
export { hearBack } from './hear-back.ts';
export { type AwaitedNews, listAwaitedNews } from './list-awaited-news.ts';
export { findIdentityProof, proveIdentity } from './prove-identity.ts';
export { resumeCase } from './resume-case.ts';
export { type CaseFee, type FeeEntry, type FeeWay, feeWays, readFee } from './fee-of.ts';
export { type ReverseFee, reverseFee, type TakeFee, takeFee } from './take-fee.ts';
export { tellBody, type TellingWay, tellingWays } from './tell-body.ts';
export {
  type CaseDraft,
  type DraftFields,
  type DraftForm,
  draftForms,
  saveCaseDraft,
} from './replies/case-draft.ts';
export { type WriteToPerson, writeToPerson } from './replies/write-to-person.ts';
export { listTemplates, type Template, templatesFor } from './templates/list-templates.ts';
export {
  fillTemplate,
  placeholders,
  readPlaceholders,
  type TemplateFacts,
  type TemplateProblem,
} from './templates/read-placeholders.ts';
export { type SaveTemplate, saveTemplate, type TemplateId } from './templates/save-template.ts';
