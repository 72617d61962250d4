import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookAppointment, listFreeSlots, tellAppointment } from '@guichet/casework';
import { freePort } from '@guichet/infra/embedded';
import { dispatch } from '@guichet/jobs';
import { formatReference } from '@guichet/kernel';
import { simpleParser } from 'mailparser';
import { afterAll, expect, it } from 'vitest';
import { startSmtpSink } from '../../../../infra/embedded/smtp-sink.ts';
import { openAppointed, openPlace } from '../../../../tests/support/appointed-case.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { testSettings } from '../../test/settings.ts';
import { correspondenceContext } from '../correspondence-context.ts';
import { handlers } from './index.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const folder = mkdtempSync(join(tmpdir(), 'guichet-mail-'));
const smtp = await startSmtpSink({ port: await freePort(), folder });
const settings = testSettings('http://127.0.0.1:9', { SMTP_URL: smtp.url });
const perform = dispatch(handlers, {}, correspondenceContext(desk.ctx, settings));
afterAll(async () => {
  await smtp.close();
  rmSync(folder, { recursive: true, force: true });
});

it('an appointment is told by e-mail with what a calendar takes, and without a service that holds sensitive answers', async () => {
  const placeId = await openPlace(desk, 'hotel-de-ville');
  const { id: caseId, reference, service } = await openAppointed(desk, 'email');
  const [slot] = (await listFreeSlots(desk.ctx, { service, days: 14, placeId })).flatMap(
    ({ slots }) => slots,
  );
  const startsAt = slot?.startsAt ?? new Date(0);
  const { id } = await bookAppointment(desk.public('web'), { caseId, placeId, startsAt });
  const [job] = await adminSql<[{ id: string }]>`select id from outbox where ids ->> 'appointmentId' = ${id}`;
  await tellAppointment(desk.ctx, job.id, id);
  const [send] = await adminSql<[{ id: string; replyId: string }]>`
    select o.id, r.id as "replyId" from reply r join outbox o on o.ids ->> 'replyId' = r.id::text
    where r.case_id = ${caseId} and r.purpose = 'appointment'`;
  const data = { replyId: send.replyId };
  await perform({ id: send.id, name: 'correspondence.send', data, attempt: 1 });

  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const mail = await simpleParser(readFileSync(join(folder, file)));
  expect(mail.subject).toBe(`Votre rendez-vous (${formatReference(reference)})`);
  expect(mail.text).toContain('Votre rendez-vous est pris');
  expect(mail.text).not.toMatch(/créance|Apportez/);
  const [calendar] = mail.attachments;
  expect(calendar?.contentType).toBe('text/calendar');
  const at = startsAt.toISOString().replace(/[-:]|\.000/g, '');
  expect(calendar?.content.toString()).toContain(`DTSTART:${at}`);
});
