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

async function readFile(id: BatchId, batch: OpenBatch, ctx: ReadingContext): Promise<BatchReading> {
  const { returnedWhy } = batch;
  const again = async () => (await openBatch(ctx, id))?.bytes ?? Buffer.alloc(0);
  const scan = await openPages(ctx.scanner, letGo(batch), { ...ctx, again });
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

/** Hands the file over: up to 200 MB that the child holds from now on, and nobody else. */
function letGo(batch: OpenBatch): Buffer {
  const { bytes } = batch;
  batch.bytes = Buffer.alloc(0);
  return bytes;
}
