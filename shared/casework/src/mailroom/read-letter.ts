import {
  type BatchId,
  type CaseId,
  DeskError,
  type EvidenceId,
  type Language,
  type LetterId,
} from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { alignEntries } from './keying/align-entries.ts';
import { thresholdsIn, underThreshold } from './keying/thresholds.ts';
import type { StoredReading } from './letter-reading.ts';

export interface Letter extends StoredReading {
  id: LetterId;
  batchId: BatchId;
  serviceCode: string | null;
  serviceVersion: number | null;
  language: Language | null;
  depositedOn: string;
  settledAs: 'case' | 'not-for-us' | 'part-of' | null;
  /** The letter whose pages its pages are now. */
  partOf: LetterId | null;
  /** When who sent it was asked for what it does not say. */
  askedAt: Date | null;
  /** Whether a letter stands before it in its batch that its pages could go on. */
  hasBefore: boolean;
  caseId: CaseId | null;
  /** When a first person keyed it; it waits for a second one, unless it is settled. */
  keyedAt: Date | null;
  /** Answers that another person is still to key before it becomes a case. */
  checksLeft: number;
  pages: { id: EvidenceId; page: number; mediaType: string }[];
}

/** Gives a letter with its page pictures and what was read, for a person to confirm or classify; leaves the event that says who looked. Errors: not-found */
export async function readLetter(ctx: DeskContext, id: LetterId): Promise<Letter> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const [row] = await tx.sql<
      [(Omit<Letter, keyof StoredReading | 'pages'> & { dataKey: Buffer | null; sealed: Buffer })?]
    >`
      select id, batch_id, service_code, service_version, language, deposited_on::text as deposited_on, settled_as, part_of, asked_at, case_id, keyed_at, data_key, sealed,
        (select count(*)::int from field_check f
          where f.letter_id = letter.id and f.reason = 'double' and f.settled_at is null) as checks_left,
        exists (select 1 from letter b where b.batch_id = letter.batch_id and b.position < letter.position
          and b.settled_at is null and b.keyed_at is null and not exists (
            select 1 from letter m where m.batch_id = b.batch_id and m.position > b.position and m.position < letter.position
              and m.settled_as is distinct from 'part-of')) as has_before
      from letter where id = ${id}`;
    if (!row) throw new DeskError('not-found', 'no-such-letter');
    const pages = await tx.sql<Letter['pages']>`
      select id, page, media_type from evidence where letter_id = ${id} and kind = 'page' order by page, id`;
    const { dataKey, sealed, ...facts } = row;
    const reading = unwrapDataKey(ctx.keyring, `letter:${id}`, dataKey).open(
      'reading',
      sealed,
    ) as StoredReading;
    // What the quality checks found since it was read holds for it too.
    const service = ctx.catalogue.find(row.serviceCode ?? '', row.serviceVersion ?? undefined);
    const aligned = alignEntries(reading.fields);
    const fields = service ? underThreshold(service, aligned, await thresholdsIn(tx.sql)) : aligned;
    return tx.record(
      { subject: { kind: 'letter', id }, kind: 'letter.opened' },
      { ...facts, ...reading, fields, pages: [...pages] },
    );
  });
}
