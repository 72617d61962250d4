import { tmpdir } from 'node:os';
import {
  acceptSubmission,
  claimDueJobs,
  type DueJob,
  joinLetter,
  listLetters,
  pageKey,
  readCase,
  readLetter,
  receiveBatch,
} from '@guichet/casework';
import { coverSlipPdf, openTextReader, pageSigner } from '@guichet/channels/mail';
import type { JobFacts, Payload } from '@guichet/jobs';
import { newId } from '@guichet/kernel';
import { afterAll, expect, it } from 'vitest';
import { degrade, printed, toScan } from '../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openScanner } from '../child/open-scanner.ts';
import { readBatch } from './read-batch.ts';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const sign = pageSigner(pageKey(desk.ctx.keyring));
const reader = openTextReader();
const scanner = await openScanner();
afterAll(() => Promise.all([reader.close(), scanner.close()]));

/** A sheet that holds a drawing and no code of ours. */
const drawing = {
  width: 2550,
  height: 3300,
  data: Uint8Array.from({ length: 2550 * 3300 }, (_, at) => (Math.floor(at / 2550) % 200 < 9 ? 20 : 255)),
};

it('a scan of a slip and its document waits for a person with its case named, and joins that case', async () => {
  const accepted = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'test', key: newId() },
    answers: {
      place: 'Rue des Pins',
      size: 'large',
      danger: false,
      photo: { later: 'post' },
      'reply-way': 'none',
    },
  });
  if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
  const { reference } = accepted.case;
  const slip = await coverSlipPdf({
    language: 'fr',
    organisation: 'Ville d’essai',
    returnAddress: ['Ville d’essai', '1, rue de l’Hôtel-de-Ville'],
    reference,
    service: 'Signaler un nid-de-poule',
    document: 'Photo',
    sign,
  });
  const sheets = await degrade([...(await printed(slip)), drawing], 'office', 5);
  await receiveBatch(desk.ctx, {
    bytes: await toScan(sheets, 'pdf'),
    fileName: 'lot.pdf',
    mediaType: 'application/pdf',
    source: 'hot-folder',
  });
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  const [job] = due;
  if (!job) throw new Error('no reading was staged');
  const facts = { outboxId: job.id } as JobFacts;
  const hands = { ...desk.ctx, reader, sign, scanner, spoolFolder: tmpdir() };
  await readBatch(job.ids as Payload<'mailroom.read'>, facts, hands);

  const [row] = await listLetters(clerk);
  if (!row) throw new Error('no letter waits');
  const letter = await readLetter(clerk, row.id);
  expect(letter).toMatchObject({ reference, serviceCode: null });
  expect(letter.pages).toHaveLength(2);
  await joinLetter(clerk, { letterId: row.id, reference: letter.reference ?? '' });
  expect((await readCase(clerk, { reference })).evidence.map(({ kind }) => kind)).toEqual(['page', 'page']);
}, 120_000);
