import {
  type BatchId,
  type CaseId,
  DeskError,
  type EvidenceId,
  type LetterId,
  type StaffId,
} from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { DestructionRecord } from './destroy-batch-paper.ts';
import type { PageTaken } from './letter-reading.ts';
import { type BatchRow, batchRows } from './list-mailroom.ts';

/** What one page was taken for, and where it went. */
export interface BatchPageRow {
  place: number;
  takenFor: PageTaken['takenFor'];
  formPage: number | null;
  formPages: number | null;
  doubts: string[];
  letterId: LetterId | null;
  evidenceId: EvidenceId | null;
  hasSmall: boolean;
}

export interface BatchLetterRow {
  id: LetterId;
  serviceCode: string | null;
  missingPages: number[];
  doubts: number;
  settledAs: 'case' | 'not-for-us' | 'part-of' | null;
  caseId: CaseId | null;
  /** Other letters with the same serial, of other batches: very likely the same letter sent twice. */
  sameSerial: { id: LetterId; batchId: BatchId; receivedAt: Date }[];
}

/** A person counted the sheets and looked at every page. */
export interface BatchCheck {
  pagesCounted: number;
  checkedAt: Date;
  checkedBy: string;
  checkedById: StaffId;
}

export interface BatchView extends BatchRow {
  /** SHA-256 of the file as received, in hexadecimal. */
  sha256: string;
  fileId: EvidenceId | null;
  /** What was written with the file, when it came by e-mail. */
  messageId: EvidenceId | null;
  pageRows: BatchPageRow[];
  letterRows: BatchLetterRow[];
  check: BatchCheck | undefined;
  destruction: DestructionRecord | undefined;
  /** Head of the batch's chained history, in hexadecimal. */
  historyHash: string | null;
}

/** Gives a batch page by page with what became of each. No personal data and no picture, so no event. Errors: not-found */
export function readBatch(ctx: DeskContext, id: BatchId): Promise<BatchView> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const [batch] = await batchRows(sql, { only: id, limit: 1 });
    if (batch === undefined) throw new DeskError('not-found', 'no-such-batch');
    const [facts] = await sql<[Pick<BatchView, 'sha256' | 'fileId' | 'messageId' | 'historyHash'>]>`
      select encode(b.sha256, 'hex') as sha256, encode(h.hash, 'hex') as history_hash,
        (select id from evidence where batch_id = b.id and kind = 'batch' and data_key is not null limit 1) as file_id,
        (select id from evidence where batch_id = b.id and kind = 'message' and data_key is not null limit 1) as message_id
      from batch b left join event_head h on h.subject_id = b.id where b.id = ${id}`;
    const pageRows = await sql<BatchPageRow[]>`
      select place, taken_for, form_page, form_pages, doubts, letter_id, evidence_id, small is not null as has_small
      from batch_page where batch_id = ${id} order by place`;
    const letterRows = await lettersOf(sql, id);
    const [check] = await sql<BatchCheck[]>`
      select c.pages_counted, c.checked_at, s.name as checked_by, c.checked_by as checked_by_id
      from batch_check c join staff s on s.id = c.checked_by where c.batch_id = ${id}`;
    const [destruction] = await sql<DestructionRecord[]>`
      select d.retention_rule, d.original_format, d.transfer_process, d.guarantees, d.method, d.destroyed_at, s.name as destroyed_by
      from batch_destruction d join staff s on s.id = d.destroyed_by where d.batch_id = ${id}`;
    return { ...batch, ...facts, pageRows: [...pageRows], letterRows, check, destruction };
  });
}

/** In the order of the file. */
async function lettersOf(sql: Tx, id: BatchId): Promise<BatchLetterRow[]> {
  const rows = await sql<BatchLetterRow[]>`
    select l.id, l.service_code, l.missing_pages, l.doubts, l.settled_as, l.case_id,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'batchId', o.batch_id, 'receivedAt', b.received_at) order by b.received_at)
        from letter o join batch b on b.id = o.batch_id
        where o.serial = l.serial and o.service_code = l.service_code and o.batch_id <> l.batch_id), '[]') as same_serial
    from letter l where l.batch_id = ${id} order by l.position`;
  return rows.map((row) => ({
    ...row,
    sameSerial: row.sameSerial.map((same) => ({ ...same, receivedAt: new Date(same.receivedAt) })),
  }));
}
