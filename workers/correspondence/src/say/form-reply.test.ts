import {
  findPrintedForm,
  listPrintQueue,
  openPrintBatch,
  pageKey,
  pauseCase,
  readCase,
  takeNext,
  takePrintBatch,
} from '@guichet/casework';
import { pageSigner, readScan } from '@guichet/channels/mail';
import { dispatch } from '@guichet/jobs';
import { formatReference, newId } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { openCase } from '../../../../tests/support/posted-letter.ts';
import { readPdf } from '../../../../tests/support/read-pdf.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { testSettings } from '../../test/settings.ts';
import { correspondenceContext } from '../correspondence-context.ts';
import { handlers } from '../handlers/index.ts';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const settings = testSettings('http://127.0.0.1:9');
const perform = dispatch(handlers, {}, correspondenceContext(desk.ctx, { ...settings, PAPER: 'a4' }));

async function sendNewest(reference: string): Promise<void> {
  const [job] = await desk.ctx.sql<[{ id: string; replyId: string }]>`
    select o.id, r.id as reply_id from reply r join cases c on c.id = r.case_id join outbox o on o.ids ->> 'replyId' = r.id::text
    where c.reference = ${reference} order by r.created_at desc limit 1`;
  await perform({ id: job.id, name: 'correspondence.send', data: { replyId: job.replyId }, attempt: 1 });
}

it('what is missing is asked by a letter with the form to answer it on: the window shows the address alone, the codes name the case, and no answer is in it', async () => {
  const { reference } = await openCase(desk);
  await takeNext(agent);
  const { missing } = await readCase(agent, { reference });
  await pauseCase(agent, { reference, question: '', asks: missing });
  await sendNewest(reference);

  const [row] = (await listPrintQueue(clerk)).rows.filter((one) => one.reference === reference);
  if (!row) throw new Error('not queued');
  const batchId = newId<'print-batch'>();
  await takePrintBatch(clerk, { batchId });
  const [pdf = Buffer.alloc(0)] = await openPrintBatch(clerk, batchId, row.id);
  const read = await readPdf(pdf);
  expect(read.pages[0]).toMatchObject({ width: expect.closeTo(595, 0), height: expect.closeTo(842, 0) });
  const [letter, ...form] = read.pages.map((page) =>
    JSON.stringify(page.structure).replaceAll('\u00a0', ' '),
  );
  expect(letter).toContain('JEANNE TREMBLAY');
  expect(letter).toContain('12 RUE DES ÉRABLES');
  expect(letter).toContain(formatReference(reference));
  expect(letter).toContain('Il nous manque des renseignements');
  expect(letter).toContain('joignez-la');
  expect(form.join('')).not.toContain('TREMBLAY');

  const scan = await readScan(pdf, { sign: pageSigner(pageKey(desk.ctx.keyring)) });
  if (scan.kind === 'refused') throw new Error(scan.reason);
  for await (const { code } of scan.pages) {
    expect(code).toMatchObject({ paper: 'a4', about: { kind: 'case', reference } });
    expect(code && (await findPrintedForm(desk.ctx, code))).toBeDefined();
  }
}, 60_000);

it('only what is missing can be asked again', async () => {
  const { reference } = await openCase(desk);
  await takeNext(agent);
  await expect(pauseCase(agent, { reference, question: '', asks: ['size'] })).rejects.toMatchObject({
    code: 'invalid',
  });
  expect((await readCase(agent, { reference })).pausedAt).toBeNull();
});
