import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  acceptSubmission,
  acknowledgeCase,
  listPrintQueue,
  noteTextWish,
  openPrintBatch,
  takePrintBatch,
} from '@guichet/casework';
import { dispatch } from '@guichet/jobs';
import { FixedClock, formatReference, hour, newId } from '@guichet/kernel';
import { freePort, startTwilioFake } from '@guichet/infra/embedded';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSmtpSink } from '../../../../infra/embedded/smtp-sink.ts';
import { readPdf } from '../../../../tests/support/read-pdf.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { testAccount, testSettings } from '../../test/settings.ts';
import { correspondenceContext } from '../correspondence-context.ts';
import { handlers } from './index.ts';

/** Ten in the morning at the desk, when people may be called. */
const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const folder = mkdtempSync(join(tmpdir(), 'guichet-mail-'));
const smtp = await startSmtpSink({ port: await freePort(), folder });
const twilio = await startTwilioFake({ port: 0, ...testAccount });
const settings = testSettings(twilio.url, { SMTP_URL: smtp.url, PHONE_TRANSFER_TO: ['+14185550171'] });
const perform = dispatch(handlers, {}, correspondenceContext(desk.ctx, settings));
let clerk = desk.ctx;
beforeAll(async () => {
  clerk = await desk.staff('print-clerk', ['clerk'], ['voirie']);
});
afterAll(async () => {
  await smtp.close();
  await twilio.close();
  rmSync(folder, { recursive: true, force: true });
});

async function accept(reply: Record<string, unknown>) {
  const answer = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'test', key: newId() },
    answers: { place: 'Rue des Érables', size: 'large', danger: false, ...reply },
  });
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
  await acknowledgeCase(desk.ctx, newId(), answer.case.id);
  return answer.case;
}
/** Runs the newest send job of a case as a worker would; gives the fates of its attempts. */
async function send(caseId: string, times = 1, deliver = perform): Promise<(string | null)[]> {
  const [reply] = await adminSql<
    [{ id: string }]
  >`select id from reply where case_id = ${caseId} order by created_at desc limit 1`;
  const [job] = await adminSql<
    [{ id: string }]
  >`select id from outbox where ids ->> 'replyId' = ${reply.id} limit 1`;
  for (let run = 0; run < times; run += 1)
    await deliver({ id: job.id, name: 'correspondence.send', data: { replyId: reply.id }, attempt: run + 1 });
  const rows = await adminSql<
    { fate: string | null }[]
  >`select fate from delivery where reply_id = ${reply.id} order by attempt`;
  return rows.map(({ fate }) => fate);
}
const mails = () => readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('a reply', () => {
  it('by e-mail reaches the server once, with the reference and without the code', async () => {
    const { id, statusCode } = await accept({ 'reply-way': 'email', 'reply-email': 'jeanne@exemple.ca' });
    const before = mails().length;
    expect(await send(id, 3)).toEqual(['sent']);
    expect(mails()).toHaveLength(before + 1);
    const text = readFileSync(join(folder, mails().at(-1) ?? ''), 'utf8');
    expect(text).toContain('Nous avons reçu votre demande');
    expect(text).not.toContain(statusCode);
  });

  it('by e-mail waits when the server is away, and leaves when it is back', async () => {
    const { id } = await accept({ 'reply-way': 'email', 'reply-email': 'jeanne@exemple.ca' });
    const nowhere = dispatch(
      handlers,
      {},
      correspondenceContext(desk.ctx, { ...settings, SMTP_URL: 'smtp://127.0.0.1:9' }),
    );
    expect(await send(id, 1, nowhere)).toEqual(['later']);
    expect(await send(id)).toEqual(['later', 'sent']);
  });

  it('by text message is sent once', async () => {
    const { id, reference } = await accept({ 'reply-way': 'sms', 'reply-phone': '418 555-0123' });
    const before = twilio.messages().length;
    expect(await send(id, 2)).toEqual(['sent']);
    expect(twilio.messages()).toHaveLength(before + 1);
    expect(twilio.messages().at(-1)?.body.replaceAll(' ', '')).toContain(reference);
  });

  it('by text message is not sent to who wrote ARRÊT, until they want texts again', async () => {
    const phone = '+14185550177';
    const caller = desk.public('phone');
    await Promise.all([1, 2].map(() => noteTextWish(caller, { phone, wanted: false })));
    const { id } = await accept({ 'reply-way': 'sms', 'reply-phone': phone });
    const before = twilio.messages().length;
    expect(await send(id, 2)).toEqual(['bounced']);
    expect(twilio.messages()).toHaveLength(before);
    await noteTextWish(caller, { phone, wanted: true });
    const again = await accept({ 'reply-way': 'sms', 'reply-phone': phone });
    expect(await send(again.id)).toEqual(['sent']);
    const events = await adminSql`select kind from event where subject_kind = 'phone' order by seq`;
    expect(events.map(({ kind }) => kind)).toEqual(['texts.refused', 'texts.wanted']);
  });

  it('by call is said to the person, and comes later while the provider refuses', async () => {
    const { id } = await accept({ 'reply-way': 'voice', 'reply-phone': '418 555-0123' });
    twilio.refuseNext(1, 503);
    expect(await send(id)).toEqual(['later']);
    expect(await send(id)).toEqual(['later', 'sent']);
    expect(twilio.calls().at(-1)?.twiml).toContain('Nous avons reçu votre demande');
  });

  it('by call in the evening waits for the morning, and is made once', async () => {
    clock.advance(12 * hour);
    const { id } = await accept({ 'reply-way': 'voice', 'reply-phone': '418 555-0124' });
    const before = twilio.calls().length;
    expect(await send(id, 3)).toEqual([]);
    expect(twilio.calls()).toHaveLength(before);
    const [job] = await adminSql`
      select due_at, enqueued_at from outbox where ids ->> 'replyId' = (select id::text from reply where case_id = ${id})`;
    expect(job).toEqual({ dueAt: new Date('2026-11-24T13:00:00Z'), enqueuedAt: null });
    clock.advance(10 * hour);
    expect(await send(id, 3)).toEqual(['sent']);
    expect(twilio.calls()).toHaveLength(before + 1);
    const events = await adminSql`
      select kind from event where subject_id = ${id} and kind like 'reply.%' order by seq`;
    expect(events.map(({ kind }) => kind)).toEqual(['reply.postponed', 'reply.attempted', 'reply.sent']);
  });

  it('by call or text message never reaches a number that the desk does not call', async () => {
    const near = dispatch(
      handlers,
      {},
      correspondenceContext(desk.ctx, { ...settings, OUTBOUND_PREFIXES: ['+1581'] }),
    );
    const before = [twilio.calls().length, twilio.messages().length];
    for (const way of ['voice', 'sms']) {
      const { id } = await accept({ 'reply-way': way, 'reply-phone': '418 555-0125' });
      expect(await send(id, 2, near)).toEqual(['bounced']);
    }
    expect([twilio.calls().length, twilio.messages().length]).toEqual(before);
  });

  it('by letter is a PDF in the print queue, once', async () => {
    const { id, reference } = await accept({
      'reply-way': 'letter',
      'reply-name': 'Jeanne Tremblay',
      'reply-address': {
        street: '12, rue des Érables',
        municipality: 'Québec',
        province: 'QC',
        postalCode: 'G1R 4S9',
      },
    });
    expect(await send(id, 2)).toEqual(['print-queue']);
    const [letter] = (await listPrintQueue(clerk)).rows.filter((row) => row.reference === reference);
    if (!letter) throw new Error('not queued');
    const batchId = newId<'print-batch'>();
    await takePrintBatch(clerk, { batchId });
    const [pdf] = await openPrintBatch(clerk, batchId, letter.id);
    const read = await readPdf(pdf ?? Buffer.alloc(0));
    // A space that does not break is any space once it is read back.
    const plain = (text: string) => text.replaceAll(/\s/g, ' ');
    const heard = plain(JSON.stringify(read.pages[0]?.structure));
    expect(heard).toContain('12 RUE DES ÉRABLES');
    expect(heard).toContain(plain(formatReference(reference)));
  });
});
