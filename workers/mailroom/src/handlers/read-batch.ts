import {
  type BatchReading,
  noteBatchProgress,
  type OpenBatch,
  openBatch,
  settleBatch,
} from '@guichet/casework';
import { assembleLetters } from '@guichet/channels/mail';
import type { JobFacts, Payload } from '@guichet/jobs';
import type { BatchId } from '@guichet/kernel';
import { openPages, type SeenPage } from '../child/open-pages.ts';
import type { MailroomContext, ReadingContext } from '../mailroom-context.ts';
import { openSpool } from '../open-spool.ts';
import { pagesTaken } from '../pages-taken.ts';
import { readAhead } from '../read-ahead.ts';
import { takeReturned } from '../take-returned.ts';

/**
 * Reads one batch into letters that wait for a person.
 *
 * Guarantee: once a batch, by the effect ledger; a worker that dies reads it again from the original; the file is opened in
 *   a child process only; one that can't be read ends as refused with its reason, a page that can't goes to a person, and
 *   the next batch goes on.
 */
export async function readBatch(
  { batchId }: Payload<'mailroom.read'>,
  job: JobFacts,
  ctx: MailroomContext,
): Promise<void> {
  const id = batchId as BatchId;
  const batch = await openBatch(ctx, id);
  const spool = await openSpool(ctx.spoolFolder, ctx.keyring);
  try {
    const reading = batch === undefined ? undefined : await readFile(id, batch, { ...ctx, put: spool.put });
    await settleBatch(ctx, job.outboxId, id, reading);
  } finally {
    await spool.close();
  }
}

/** Unit: bytes of a file that may be held while the engines that read text are. */
const bytesBesideEngines = 20 * 1024 * 1024;

async function readFile(id: BatchId, batch: OpenBatch, ctx: ReadingContext): Promise<BatchReading> {
  const { returnedWhy } = batch;
  // A large file and the engines, at once, would be more than a worker may hold: they start again while pages are made.
  if (batch.size > bytesBesideEngines) await ctx.reader.close();
  const scan = await openPages(ctx.scanner, batch.read, ctx);
  if (scan.kind === 'refused') return { kind: 'refused', why: scan.reason };
  const pages: SeenPage[] = [];
  const ahead = readAhead(ctx, (error) =>
    ctx.log?.error({ event: 'letter.not-read', batchId: id, err: error }),
  );
  await tell(ctx, id, scan.pageCount, 0);
  for await (const page of scan.pages) {
    pages.push(page);
    if (returnedWhy === null) ahead.look(pages);
    await tell(ctx, id, scan.pageCount, pages.length);
  }
  const returned = returnedWhy === null ? new Set<SeenPage>() : await takeReturned(pages, returnedWhy, ctx);
  const { letters, blanks } = assembleLetters(pages.filter((page) => !returned.has(page)));
  const read = [];
  for (const letter of letters) read.push(await ahead.read(letter));
  return { kind: 'read', letters: read, pages: pagesTaken(pages, letters, blanks, returned, read) };
}

/** How far it is may stay untold: reading goes on, and what was read is written in one piece at the end. */
async function tell(ctx: MailroomContext, id: BatchId, pages: number, pagesRead: number): Promise<void> {
  await noteBatchProgress(ctx, id, { pages, pagesRead }).catch(() => undefined);
}
