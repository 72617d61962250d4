import { tmpdir } from 'node:os';
import {
  claimDueJobs,
  type DueJob,
  handOverBatch,
  listLetters,
  listReturned,
  openPrintBatch,
  pageKey,
  readBatch as readBatchPages,
  readCase,
  receiveBatch,
  takePrintBatch,
} from '@guichet/casework';
import { openTextReader, pageSigner } from '@guichet/channels/mail';
import type { JobFacts, Payload } from '@guichet/jobs';
import { newId } from '@guichet/kernel';
import { afterAll, expect, it } from 'vitest';
import { degrade, printed, toScan } from '../../../../tests/support/paper/index.ts';
import { openCase, workDueReplies } from '../../../../tests/support/posted-letter.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openScanner } from '../child/open-scanner.ts';
import { readBatch } from './read-batch.ts';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const sign = pageSigner(pageKey(desk.ctx.keyring));
const reader = openTextReader();
const spoolFolder = tmpdir();
const scanner = await openScanner();
afterAll(async () => {
  await reader.close();
  await scanner.close();
});

it('a scanned pile of envelopes fails the deliveries its codes name, once, and leaves the rest to a person', async () => {
  const references: string[] = [];
  for (let at = 0; at < 3; at += 1) {
    references.push((await openCase(desk)).reference);
    await workDueReplies(desk);
  }
  const batchId = newId<'print-batch'>();
  await takePrintBatch(clerk, { batchId });
  const pdfs = await openPrintBatch(clerk, batchId);
  await handOverBatch(clerk, { batchId, count: 3, handedTo: 'Postes Canada', spoiled: [] });
  // One that never left the house lies in the pile by mistake, and an envelope without a code.
  const unposted = await openCase(desk);
  await workDueReplies(desk);
  const waiting = newId<'print-batch'>();
  await takePrintBatch(clerk, { batchId: waiting });
  pdfs.push(...(await openPrintBatch(clerk, waiting)));
  const sheets = (await Promise.all(pdfs.map((pdf) => printed(pdf)))).flat();
  const envelope = {
    width: 2550,
    height: 3300,
    data: Uint8Array.from({ length: 2550 * 3300 }, (_, at) => (Math.floor(at / 2550) % 200 < 9 ? 20 : 255)),
  };
  const first = sheets[0];
  if (first === undefined) throw new Error('nothing printed');
  const pile = await degrade([...sheets, first, envelope], 'office', 3);
  await receiveBatch(clerk, {
    bytes: await toScan(pile, 'pdf'),
    fileName: 'retours.pdf',
    mediaType: 'application/pdf',
    source: 'upload',
    returnedWhy: 'moved',
  });
  expect((await listReturned(clerk)).reading).toMatchObject([{ fileName: 'retours.pdf', why: 'moved' }]);
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  const [job] = due;
  if (!job) throw new Error('no reading was staged');
  const facts = { outboxId: job.id } as JobFacts;
  const ids = job.ids as Payload<'mailroom.read'>;
  for (let run = 0; run < 2; run += 1)
    await readBatch(ids, facts, { ...desk.ctx, reader, sign, scanner, spoolFolder });

  for (const reference of references) {
    const file = await readCase(clerk, { reference });
    expect(file.deliveries).toMatchObject([{ fate: 'returned', detail: 'moved' }]);
    expect(file.history.filter(({ kind }) => kind === 'reply.returned')).toHaveLength(1);
    expect(file.tasks.map(({ kind }) => kind)).toContain('address');
  }
  expect((await readCase(clerk, { reference: unposted.reference })).deliveries).toMatchObject([
    { fate: 'print-queue' },
  ]);
  const mail = await listReturned(clerk);
  expect(mail.reading).toEqual([]);
  expect(mail.rows.map(({ reference }) => reference).sort()).toEqual([...references].sort());
  const pages = await readBatchPages(clerk, ids.batchId as Parameters<typeof readBatchPages>[1]);
  expect(pages.pageRows.map(({ takenFor }) => takenFor)).toEqual([
    'returned',
    'returned',
    'returned',
    'letter',
    'returned',
    'letter',
  ]);
  expect(pages.pageRows.every(({ evidenceId }) => evidenceId !== null)).toBe(true);
  expect(await listLetters(clerk)).toHaveLength(1);
}, 180_000);
