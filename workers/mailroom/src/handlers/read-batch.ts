import { type BatchReading, openBatch, settleBatch } from '@guichet/casework';
import { assembleLetters, type ReadPage, readScan } from '@guichet/channels/mail';
import type { JobFacts, Payload } from '@guichet/jobs';
import type { BatchId } from '@guichet/kernel';
import type { MailroomContext } from '../mailroom-context.ts';
import { readOneLetter } from '../read-one-letter.ts';

/**
 * Reads one batch into letters that wait for a person.
 *
 * Guarantee: once a batch, by the effect ledger; a worker that dies reads it again from the original; a file that can't be
 *   read ends as refused with its reason, and the next batch goes on.
 */
export async function readBatch(
  { batchId }: Payload<'mailroom.read'>,
  job: JobFacts,
  ctx: MailroomContext,
): Promise<void> {
  const batch = await openBatch(ctx, batchId as BatchId);
  const reading = batch === undefined ? undefined : await readFile(batch.bytes, ctx);
  await settleBatch(ctx, job.outboxId, batchId as BatchId, reading);
}

async function readFile(bytes: Buffer, ctx: MailroomContext): Promise<BatchReading> {
  const scan = await readScan(bytes, { sign: ctx.sign });
  if (scan.kind === 'refused') return { kind: 'refused', why: scan.reason };
  const pages: ReadPage[] = [];
  for await (const page of scan.pages) pages.push(page);
  const { letters } = assembleLetters(pages);
  const read = [];
  for (const letter of letters) read.push(await readOneLetter(letter, ctx));
  return { kind: 'read', letters: read };
}
