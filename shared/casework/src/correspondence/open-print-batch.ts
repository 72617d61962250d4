import {
  DeskError,
  type EvidenceId,
  type PostingId,
  type PrintBatchId,
  type Reference,
} from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { openEvidence } from '../privacy/read-evidence.ts';
import { postingParts, subjectOfPosting } from './posting-parts.ts';
import { type SealedPosting, writtenTo } from './written-to.ts';

interface Opened extends SealedPosting {
  position: number;
  reference: Reference | null;
  pages: number;
  evidenceId: EvidenceId;
  evidenceKey: Buffer | null;
}

/**
 * Gives the PDF of each letter of a batch, in its order, and leaves the events that say who had them; of one letter when it is named.
 *
 * Guarantee: only while the batch is to be handed over, and only to who took it or a supervisor: nothing is printed by two people.
 * Errors: not-found; not-allowed; conflict — handed over; gone.
 */
export async function openPrintBatch(
  ctx: DeskContext,
  batchId: PrintBatchId,
  only?: PostingId,
): Promise<Buffer[]> {
  return transact(ctx, 'print.mark', async (tx) => {
    await requireOpen(ctx, tx, batchId);
    const letters = (await lettersIn(tx, batchId)).filter(({ id }) => only === undefined || id === only);
    if (letters.length === 0) throw new DeskError('not-found', 'no-such-letter');
    const pdfs: Buffer[] = [];
    for (const letter of letters) {
      pdfs.push(await openEvidence(ctx, letter.evidenceId, letter.evidenceKey));
      await tx.note({
        subject: subjectOfPosting(letter),
        kind: 'letter.read-to-print',
        data: { postingId: letter.id },
      });
    }
    return tx.record(
      {
        subject: { kind: 'print-batch', id: batchId },
        kind: 'print-batch.printed',
        data: { letters: letters.length },
      },
      pdfs,
    );
  });
}

export interface ListedAddress {
  position: number;
  /** Null for the answer to a letter that no case holds. */
  reference: Reference | null;
  /** Whom the envelope is for; empty once the data are destroyed. */
  name: string;
  pages: number;
}

/** Gives the address list of a batch, and leaves the events that say who saw the names. Errors: not-found */
export async function listAddresses(ctx: DeskContext, batchId: PrintBatchId): Promise<ListedAddress[]> {
  return transact(ctx, 'print.mark', async (tx) => {
    const [batch] = await tx.sql`select 1 from print_batch where id = ${batchId}`;
    if (!batch) throw new DeskError('not-found', 'no-such-print-batch');
    const letters = await lettersIn(tx, batchId);
    for (const letter of letters)
      await tx.note({
        subject: subjectOfPosting(letter),
        kind: 'letter.listed',
        data: { postingId: letter.id },
      });
    const rows = letters.map((letter) => ({
      position: letter.position,
      reference: letter.reference,
      name: writtenTo(ctx, letter)?.name ?? '',
      pages: letter.pages,
    }));
    return tx.record(
      {
        subject: { kind: 'print-batch', id: batchId },
        kind: 'print-batch.listed',
        data: { letters: rows.length },
      },
      rows,
    );
  });
}

async function requireOpen(ctx: DeskContext, tx: DeskTx, batchId: PrintBatchId): Promise<void> {
  const [batch] = await tx.sql<[{ takenBy: string; handedAt: Date | null }?]>`
    select taken_by, handed_at from print_batch where id = ${batchId}`;
  if (!batch) throw new DeskError('not-found', 'no-such-print-batch');
  if (batch.handedAt !== null) throw new DeskError('conflict', 'batch-handed-over');
  const { actor } = ctx;
  if (actor.kind !== 'staff' || (batch.takenBy !== actor.staffId && !actor.roles.includes('supervisor')))
    throw new DeskError('not-allowed', 'batch-taken-by-other');
}

function lettersIn(tx: DeskTx, batchId: PrintBatchId): Promise<Opened[]> {
  const { columns, joins, keys } = postingParts(tx.sql);
  return tx.sql<Opened[]>`
    select ${columns}, ${keys}, b.position, p.evidence_id, e.data_key as evidence_key
    from print_batch_letter b join letter_print p on p.id = b.letter_print_id join evidence e on e.id = p.evidence_id ${joins}
    where b.batch_id = ${batchId} and b.spoiled_at is null order by b.position`;
}
