import { type BatchId, newId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { newDataKey } from '../privacy/case-key.ts';
import { insertEvidence, type StoredEvidence, storeEvidence } from '../privacy/keep-evidence.ts';
import { insertPages, preparePages } from './batch-pages.ts';
import type { LetterReading, PageTaken, StoredReading } from './letter-reading.ts';

export type BatchReading =
  | { kind: 'read'; letters: LetterReading[]; pages?: PageTaken[] }
  | { kind: 'refused'; why: string };

/**
 * Writes what was read of a batch: its letters, their page pictures and readings, or why it can't be read.
 *
 * Shape: nothing to write (`undefined`) when the batch was settled before; the outbox row still ends.
 * Guarantee: once a batch, by the effect ledger; a worker killed before the commit leaves the batch to be read again.
 */
export async function settleBatch(
  ctx: DeskContext,
  outboxId: string,
  batchId: BatchId,
  reading: BatchReading | undefined,
): Promise<void> {
  const letters: Awaited<ReturnType<typeof prepareLetter>>[] = [];
  // One after the other: each picture is in memory twice while it is sealed.
  for (const letter of reading?.kind === 'read' ? reading.letters : [])
    letters.push(await prepareLetter(ctx, batchId, letter));
  const taken = await preparePages(ctx, batchId, (reading?.kind === 'read' && reading.pages) || []);
  await transact(ctx, 'mailroom.read', (tx) =>
    once(tx, outboxId, 'mailroom.read', async () => {
      if (reading === undefined) return tx.unchanged(undefined);
      const pages =
        taken.pages.length || letters.reduce((sum, letter) => sum + letter.reading.pages.length, 0);
      const why = reading?.kind === 'refused' ? reading.why : null;
      const [batch] = await tx.sql<[{ receivedAt: Date }?]>`
        update batch set read_at = ${tx.now}, pages = ${pages}, pages_read = ${pages}, refused_why = ${why}, data_key = ${taken.dataKey}
        where id = ${batchId} returning received_at`;
      // A reading that had to wait takes nothing from the person: the letter came when its file did.
      const depositedOn = todayOf(batch?.receivedAt ?? tx.now);
      for (const [position, letter] of letters.entries()) {
        const { form } = letter.reading;
        await tx.sql`
          insert into letter (id, batch_id, position, service_code, service_version, language, serial, deposited_on, data_key, sealed,
            missing_pages, doubts, is_blank, read_at)
          values (${letter.id}, ${batchId}, ${position}, ${form?.service ?? null}, ${form?.version ?? null}, ${form?.language ?? null},
            ${form?.serial ?? null}, ${depositedOn}, ${letter.dataKey}, ${letter.sealed}, ${letter.reading.missingPages},
            ${letter.reading.fields.filter(({ doubts }) => doubts.length > 0).length}, ${isBlank(letter.reading)}, ${tx.now})`;
        for (const { stored } of letter.pages) await insertEvidence(tx, stored);
        await tx.note({
          subject: { kind: 'letter', id: letter.id },
          kind: 'letter.read',
          data: { batchId, pages: letter.reading.pages.length, service: form?.service ?? null },
        });
      }
      await insertPages(tx, batchId, taken, letters);
      return tx.record(
        {
          subject: { kind: 'batch', id: batchId },
          kind: why ? 'batch.refused' : 'batch.read',
          data: { letters: letters.length, pages, why },
        },
        undefined,
      );
    }),
  );
}

/** A form came back and nothing was seen in any of its fields. */
function isBlank({ form, fields }: LetterReading): boolean {
  return form !== undefined && fields.length > 0 && fields.every(({ text }) => text === '');
}

async function prepareLetter(ctx: DeskContext, batchId: BatchId, reading: LetterReading) {
  const id = newId<'letter'>();
  const { wrapped, key } = newDataKey(ctx.keyring, `letter:${id}`);
  const stored: StoredReading = {
    ...(reading.reference === undefined ? {} : { reference: reading.reference }),
    ...(reading.draft === undefined ? {} : { draft: reading.draft }),
    ...(reading.signature === undefined ? {} : { signature: reading.signature }),
    ...(reading.text === undefined ? {} : { text: reading.text }),
    ...(reading.sizes === undefined ? {} : { sizes: reading.sizes }),
    ...(reading.suggestions === undefined ? {} : { suggestions: reading.suggestions }),
    ...(reading.candidates === undefined ? {} : { candidates: reading.candidates }),
    missingPages: reading.missingPages,
    answers: reading.answers,
    fields: reading.fields,
    pageReasons: reading.pages.map(({ reasons }) => reasons),
  };
  const pages: { stored: StoredEvidence; place: number | undefined }[] = [];
  for (const [index, { bytes: give, mediaType, place }] of reading.pages.entries()) {
    const bytes = await give();
    // What could not be shown has no picture: its sheet is in the pile.
    if (bytes.length === 0) continue;
    const page = { kind: 'page', mediaType, bytes, page: index + 1, batchId, letterId: id } as const;
    pages.push({ stored: await storeEvidence(ctx, page), place });
  }
  return { id, reading, dataKey: wrapped, sealed: key.seal('reading', stored), pages };
}
