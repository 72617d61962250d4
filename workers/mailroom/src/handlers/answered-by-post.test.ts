import { tmpdir } from 'node:os';
import {
  acceptSubmission,
  claimDueJobs,
  confirmLetter,
  type DueJob,
  keepPrintedForm,
  listLetters,
  pageKey,
  pauseCase,
  readCase,
  readLetter,
  receiveBatch,
  takeNext,
} from '@guichet/casework';
import { fieldLayout, layoutForm, newSerial, openTextReader, pageSigner } from '@guichet/channels/mail';
import type { JobFacts, Payload } from '@guichet/jobs';
import { newId } from '@guichet/kernel';
import { afterAll, expect, it } from 'vitest';
import {
  degrade,
  fillForm,
  paperOptions,
  shippedService,
  toScan,
} from '../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openScanner } from '../child/open-scanner.ts';
import { readBatch } from './read-batch.ts';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const sign = pageSigner(pageKey(desk.ctx.keyring));
const reader = openTextReader();
const spoolFolder = tmpdir();
const scanner = await openScanner();
afterAll(() => Promise.all([reader.close(), scanner.close()]));

const service = shippedService('nid-de-poule');

/** A case whose person waits for a letter, asked for what is missing. */
async function askedCase(): Promise<string> {
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
      'reply-way': 'letter',
      'reply-name': 'Jeanne Tremblay',
      'reply-address': {
        street: '12, rue des Érables',
        municipality: 'Québec',
        province: 'QC',
        postalCode: 'G1R 4S9',
      },
    },
  });
  if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
  const { reference } = accepted.case;
  await takeNext(agent);
  const { missing } = await readCase(agent, { reference });
  expect(missing).toEqual(['description', 'photo']);
  await pauseCase(agent, { reference, question: '', asks: missing });
  return reference;
}

it('the form sent for a case comes back to that case: its answers and pages join it, it waits no longer, and no other case is made', async () => {
  const reference = await askedCase();
  const layout = layoutForm(service, 'fr', {
    ...paperOptions,
    serial: newSerial(),
    sign,
    request: {
      about: { kind: 'case', reference },
      recipient: { name: 'JEANNE TREMBLAY', lines: ['12 RUE DES ÉRABLES', 'QUÉBEC QC  G1R 4S9'] },
      date: '24 novembre 2026',
      replyBy: '24 décembre 2026',
      paragraphs: [],
      asks: [
        { key: 'description', conditional: false },
        { key: 'photo', conditional: false },
      ],
    },
  });
  await keepPrintedForm(desk.ctx, fieldLayout(layout));
  const answers = { description: 'Le trou est devant le numéro 245.', photo: { later: 'post' } } as const;
  const sheets = await fillForm(layout, answers, service, { style: 'typed', seed: 4 });
  // The letter on top is theirs to keep: only the pages to fill in come back.
  const returned = await degrade(sheets.slice(1), 'office', 5);
  await receiveBatch(desk.ctx, {
    bytes: await toScan(returned, 'pdf'),
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
  await readBatch(job.ids as Payload<'mailroom.read'>, facts, {
    ...desk.ctx,
    reader,
    sign,
    scanner,
    spoolFolder,
  });

  const [row] = await listLetters(clerk);
  if (!row) throw new Error('no letter waits');
  const letter = await readLetter(clerk, row.id);
  expect(letter).toMatchObject({ reference, serviceCode: 'nid-de-poule', missingPages: [] });
  expect(letter.answers).toMatchObject({ photo: { later: 'post' } });

  const confirm = () =>
    confirmLetter(clerk, {
      letterId: row.id,
      service: 'nid-de-poule',
      language: 'fr',
      answers: { ...answers },
      depositedOn: '2026-11-20',
    });
  expect(await confirm()).toMatchObject({ kind: 'accepted', case: { reference } });
  expect(await confirm()).toMatchObject({ kind: 'already', case: { reference } });

  const file = await readCase(clerk, { reference });
  expect(file.answers.find(({ question }) => question === 'description')?.value).toBe(answers.description);
  expect(file.answers.find(({ question }) => question === 'size')?.value).toBe('large');
  expect(file.pausedAt).toBeNull();
  expect(file.evidence.filter(({ kind }) => kind === 'page')).toHaveLength(sheets.length - 1);
  expect(file.history.filter(({ kind }) => kind === 'case.answered')).toHaveLength(1);
  const [{ count }] = await desk.ctx.sql<[{ count: number }]>`select count(*)::int as count from cases`;
  expect(count).toBe(1);
}, 120_000);
