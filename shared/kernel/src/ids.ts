import { randomFillSync } from 'node:crypto';

/** A branded identifier: ids of different things do not mix. */
export type Id<Brand extends string> = string & { readonly __id: Brand };

export type CaseId = Id<'case'>;
export type DraftId = Id<'draft'>;
export type EvidenceId = Id<'evidence'>;
export type StaffId = Id<'staff'>;
export type OutboxId = Id<'outbox'>;
export type ReplyId = Id<'reply'>;
export type DeliveryId = Id<'delivery'>;
export type BatchId = Id<'batch'>;
export type LetterId = Id<'letter'>;
export type PageId = Id<'page'>;
export type FieldCheckId = Id<'field-check'>;
export type TaskId = Id<'task'>;
/** Something that goes by post: a letter, or a form to fill in. */
export type PostingId = Id<'posting'>;
export type PrintBatchId = Id<'print-batch'>;
export type ContactId = Id<'contact'>;
export type ClockId = Id<'clock'>;
export type PlaceId = Id<'place'>;
export type CounterId = Id<'counter'>;
export type DeviceId = Id<'device'>;
export type VisitId = Id<'visit'>;
export type VisitRequestId = Id<'visit-request'>;
export type FeeEntryId = Id<'fee-entry'>;
export type AppointmentId = Id<'appointment'>;
export type AppointmentHoursId = Id<'appointment-hours'>;

const pool = Buffer.allocUnsafe(16 * 256);
let used = pool.length;
let lastMs = 0;
let counter = 0;

/**
 * Makes a new UUIDv7: sorted by time of making, unguessable in its last 62 bits.
 *
 * Guarantee: two ids made in one process in one millisecond keep their order.
 * Source: RFC 9562 §5.7, §6.2 method 1
 */
export function newId<Brand extends string>(): Id<Brand> {
  if (used + 16 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, used + 16);
  used += 16;
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = bytes.readUInt16BE(6) & 0x07ff;
  } else {
    counter += 1;
    if (counter > 0x0fff) {
      lastMs += 1;
      counter = 0;
    }
  }
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Brand>;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Tells whether a text has the form of an id. */
export function isId(value: string): boolean {
  return uuid.test(value);
}
