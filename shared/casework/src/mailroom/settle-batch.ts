import { type BatchId, newId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { newDataKey } from '../privacy/case-key.ts';
import { insertEvidence, type StoredEvidence, storeEvidence } from '../privacy/keep-evidence.ts';
import type { LetterReading, StoredReading } from './letter-reading.ts';

export type BatchReading = { kind: 'read'; letters: LetterReading[] } | { kind: 'refused'; why: string };

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
  const letters =
    reading?.kind === 'read'
      ? await Promise.all(reading.letters.map((letter) => prepareLetter(ctx, batchId, letter)))
      : [];
  await transact(ctx, 'mailroom.read', (tx) =>
    once(tx, outboxId, 'mailroom.read', async () => {
      if (reading === undefined) return tx.unchanged(undefined);
      const pages = letters.reduce((sum, letter) => sum + letter.pages.length, 0);
      const why = reading?.kind === 'refused' ? reading.why : null;
      await tx.sql`update batch set read_at = ${tx.now}, pages = ${pages}, refused_why = ${why} where id = ${batchId}`;
      for (const [position, letter] of letters.entries()) {
        const { form } = letter.reading;
        await tx.sql`
          insert into letter (id, batch_id, position, service_code, service_version, language, serial, deposited_on, data_key, sealed,
            missing_pages, doubts, read_at)
          values (${letter.id}, ${batchId}, ${position}, ${form?.service ?? null}, ${form?.version ?? null}, ${form?.language ?? null},
            ${form?.serial ?? null}, ${todayOf(tx.now)}, ${letter.dataKey}, ${letter.sealed}, ${letter.reading.missingPages},
            ${letter.reading.fields.filter(({ doubts }) => doubts.length > 0).length}, ${tx.now})`;
        for (const page of letter.pages) await insertEvidence(tx, page);
        await tx.note({
          subject: { kind: 'letter', id: letter.id },
          kind: 'letter.read',
          data: { batchId, pages: letter.pages.length, service: form?.service ?? null },
        });
      }
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

async function prepareLetter(ctx: DeskContext, batchId: BatchId, reading: LetterReading) {
  const id = newId<'letter'>();
  const { wrapped, key } = newDataKey(ctx.keyring, `letter:${id}`);
  const stored: StoredReading = {
    ...(reading.reference === undefined ? {} : { reference: reading.reference }),
    missingPages: reading.missingPages,
    answers: reading.answers,
    fields: reading.fields,
    pageReasons: reading.pages.map(({ reasons }) => reasons),
  };
  const pages: StoredEvidence[] = [];
  for (const [index, { bytes, mediaType }] of reading.pages.entries()) {
    pages.push(
      await storeEvidence(ctx, { kind: 'page', mediaType, bytes, page: index + 1, batchId, letterId: id }),
    );
  }
  return { id, reading, dataKey: wrapped, sealed: key.seal('reading', stored), pages };
}
