import {
  claimDueJobs,
  type DeskContext,
  type DueJob,
  type LetterReading,
  listLetters,
  type PageTaken,
  receiveBatch,
  settleBatch,
} from '@guichet/casework';
import { type BatchId, type LetterId, newId } from '@guichet/kernel';

/** Gives the readings of batches that are due, claimed. */
export async function readingsDue(ctx: DeskContext): Promise<DueJob[]> {
  const due: DueJob[] = [];
  await claimDueJobs(ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  return due;
}

/** Has a batch of the hot folder, or of an e-mail with these words, read as these letters; gives those that wait for `clerk`, and the batch. */
export async function receiveRead(
  ctx: DeskContext,
  clerk: DeskContext,
  letters: LetterReading[],
  fileName = `lot-${newId()}.pdf`,
  message?: string,
): Promise<{ batchId: BatchId; letterIds: LetterId[] }> {
  const before = new Set((await listLetters(clerk)).map(({ id }) => id));
  const { batchId } = await receiveBatch(ctx, {
    bytes: Buffer.from(`%PDF-1.7 ${newId()}`),
    fileName,
    mediaType: 'application/pdf',
    ...(message === undefined ? { source: 'hot-folder' } : { source: 'email', message }),
  });
  const job = (await readingsDue(ctx)).find(({ ids }) => ids['batchId'] === batchId);
  if (!job) throw new Error('no reading was staged');
  let place = 0;
  const pages = letters.flatMap((one, letter) =>
    one.pages.map((): PageTaken => {
      place += 1;
      return { place, takenFor: 'letter', doubts: [], letter };
    }),
  );
  await settleBatch(ctx, job.id, batchId, { kind: 'read', letters, pages });
  const letterIds = (await listLetters(clerk)).map(({ id }) => id).filter((id) => !before.has(id));
  return { batchId, letterIds };
}
