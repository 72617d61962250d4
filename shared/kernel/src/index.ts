export { canonicalJson } from './canonical.ts';
export { type Channel, channels } from './channels.ts';
export { dammDigit } from './damm.ts';
export { type DraftNumber, newDraftNumber, parseDraftNumber } from './draft-numbers.ts';
export { DeskError, type DeskErrorCode, isDeskError } from './errors.ts';
export { foldWord } from './fold-word.ts';
export { dateFormat, numberFormat } from './formats.ts';
export {
  type BatchId,
  type CaseId,
  type ClockId,
  type ContactId,
  type CounterId,
  type DeliveryId,
  type DeviceId,
  type DraftId,
  type EvidenceId,
  type AppointmentHoursId,
  type AppointmentId,
  type FeeEntryId,
  type Id,
  isId,
  type LetterId,
  newId,
  type OutboxId,
  type FieldCheckId,
  type PageId,
  type PlaceId,
  type PostingId,
  type PrintBatchId,
  type ReplyId,
  type StaffId,
  type TaskId,
  type VisitId,
  type VisitRequestId,
} from './ids.ts';
export { idOfHash } from './id-of-hash.ts';
export { type Bilingual, type Language, languageOr, languages } from './languages.ts';
export {
  formatReference,
  newReference,
  parseReference,
  type Reference,
  referenceDigits,
} from './references.ts';
export { type Clock, day, deskTimeZone, FixedClock, hour, minute, second, systemClock } from './time.ts';
