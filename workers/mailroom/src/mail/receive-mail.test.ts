import { connect } from 'node:net';
import { listBatches, readBatch, readEvidence } from '@guichet/casework';
import type { BatchId } from '@guichet/kernel';
import { createLogger, openDatabase } from '@guichet/platform';
import { createTransport } from 'nodemailer';
import type Mail from 'nodemailer/lib/mailer/index.js';
import { afterAll, describe, expect, it } from 'vitest';
import { bombPng } from '../../../../tests/support/bad-files.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { mailroomConfig } from '../config.ts';
import { messageBytesMax, receiveMail } from './receive-mail.ts';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const settings = { host: '127.0.0.1', port: 0, recipients: ['numeriseur@ville.example'] };
const door = await receiveMail({ log }, desk.ctx, settings);
/** Nothing listens on port 1. */
const nowhere = openDatabase({ url: 'postgres://guichet@127.0.0.1:1/guichet', max: 1, name: 'away' });
const away = await receiveMail({ log }, { ...desk.ctx, sql: nowhere }, settings);
const narrow = await receiveMail({ log }, desk.ctx, { ...settings, bytesMax: 20_000 });
afterAll(() => Promise.all([door.close(), away.close(), narrow.close(), nowhere.end({ timeout: 1 })]));

const to = settings.recipients[0] ?? '';
async function send(mail: Mail.Options, port = door.port) {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  try {
    const { response } = await transport.sendMail({ from: 'numeriseur@etage2.example', to, ...mail });
    return response;
  } finally {
    transport.close();
  }
}

/** Says lines one by one, each after the answer to the one before, and hangs up; gives the last answer. */
async function talk(port: number, ...lines: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  for await (const part of socket) {
    answer += String(part);
    if (!/^\d{3} .*\r\n$/m.test(answer)) continue;
    const line = lines.shift();
    if (line === undefined) break;
    answer = '';
    socket.write(`${line}\r\n`);
  }
  return answer;
}

let scans = 0;
const pdf = () => Buffer.from(`%PDF-1.7\n${(scans += 1)}\n%%EOF\n`);
const count = async () => (await listBatches(desk.ctx, 500)).length;

describe('scanned mail by e-mail', () => {
  it('makes a batch of each attachment, with the words of the message sealed beside', async () => {
    const said = await send({
      subject: 'Numérisation de l’étage 2',
      text: 'Voici le courrier de ce matin, Éloïse.',
      attachments: [
        { filename: 'matin é.pdf', content: pdf() },
        { filename: 'reçu.png', content: bombPng(64) },
      ],
    });
    expect(said).toMatch(/^250 /);
    const [, ids = ''] = /OK (.+)$/.exec(said) ?? [];
    const batches = await Promise.all(ids.split(' ').map((id) => readBatch(clerk, id as BatchId)));
    expect(batches.map(({ fileName, source }) => [fileName, source])).toEqual([
      ['matin é.pdf', 'email'],
      ['reçu.png', 'email'],
    ]);
    for (const { messageId } of batches) {
      const message = await readEvidence(clerk, messageId ?? ('' as never));
      expect(message.bytes.toString()).toContain('Voici le courrier de ce matin, Éloïse.');
      expect(message.bytes.toString()).toContain('Numérisation de l’étage 2');
    }
  });

  it('takes a message again as the same batch', async () => {
    const mail = {
      messageId: '<lot-1@etage2.example>',
      attachments: [{ filename: 'a.pdf', content: pdf() }],
    };
    const first = await send(mail);
    const before = await count();
    expect((await send(mail)).replace(/^.*OK /, '')).toBe(first.replace(/^.*OK /, ''));
    expect(await count()).toBe(before);
  });

  it('takes one message at a time, and announces how large one may be', async () => {
    let [now, most] = [0, 0];
    const evidence = {
      ...desk.ctx.evidence,
      put: async (id: string, bytes: Uint8Array) => {
        most = Math.max(most, (now += 1));
        // Long enough for another message to come in between, if one could.
        for (let turn = 0; turn < 50; turn++) await desk.ctx.sql`select 1`;
        await desk.ctx.evidence.put(id, bytes);
        now -= 1;
      },
    };
    const slow = await receiveMail({ log }, { ...desk.ctx, evidence }, settings);
    try {
      const all = [1, 2, 3].map(() =>
        send({ attachments: [{ filename: 'a.pdf', content: pdf() }] }, slow.port),
      );
      for (const said of await Promise.all(all)) expect(said).toMatch(/^250 /);
      expect(most).toBe(1);
      expect(await talk(slow.port, 'EHLO a')).toMatch(/^250[ -]SIZE 41943040\r$/m);
    } finally {
      await slow.close();
    }
  });

  it('goes on with the next message after one whose sender hung up', async () => {
    const begun = await talk(door.port, 'EHLO a', 'MAIL FROM:<a@b.example>', `RCPT TO:<${to}>`, 'DATA');
    expect(begun).toMatch(/^354 /);
    expect(await send({ attachments: [{ filename: 'a.pdf', content: pdf() }] })).toMatch(/^250 /);
  });

  it('says 451 while the database is away, and keeps nothing', async () => {
    const before = await count();
    await expect(
      send({ attachments: [{ filename: 'a.pdf', content: pdf() }] }, away.port),
    ).rejects.toMatchObject({
      responseCode: 451,
    });
    expect(await count()).toBe(before);
  });

  it.each([
    ['no attachment', {}, /piece jointe.*attachment/],
    [
      'nothing but the logo of a letterhead',
      {
        html: '<p>Bonjour</p><img src="cid:logo">',
        attachments: [{ filename: 'logo.png', content: bombPng(32), cid: 'logo' }],
      },
      /no attachment/,
    ],
    [
      'a word document',
      { attachments: [{ filename: 'lettre.docx', content: Buffer.from('PK\u0003\u0004') }] },
      /neither a PDF/,
    ],
    [
      'a good file beside one of another kind',
      {
        attachments: [
          { filename: 'a.pdf', content: pdf() },
          { filename: 'b.exe', content: Buffer.from('MZ') },
        ],
      },
      /neither a PDF/,
    ],
    [
      'a forwarded message without a file',
      { attachments: [{ filename: 'm.eml', content: 'From: a@b.ca\n\nx', contentType: 'message/rfc822' }] },
      /no attachment/,
    ],
    ['an empty file', { attachments: [{ filename: 'vide.pdf', content: Buffer.alloc(0) }] }, /empty/],
    [
      'a locked PDF',
      {
        attachments: [
          { filename: 'a.pdf', content: Buffer.from('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>\n%%EOF') },
        ],
      },
      /password/,
    ],
  ] satisfies [string, Mail.Options, RegExp][])(
    'refuses %s for good, and says why',
    async (_what, mail, why) => {
      const before = await count();
      const refusal: unknown = await send({ text: 'Bonjour', ...mail }).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ responseCode: 554, response: expect.stringMatching(why) });
      expect(await count()).toBe(before);
    },
  );

  it('takes what mail programs add for what it is', async () => {
    const said = await send({
      attachments: [
        { filename: 'a.pdf', content: pdf() },
        { filename: 'smime.p7s', content: Buffer.from('x'), contentType: 'application/pkcs7-signature' },
        { filename: 'carte.vcf', content: Buffer.from('BEGIN:VCARD'), contentType: 'text/vcard' },
      ],
    });
    expect(said.replace(/^.*OK /, '').split(' ')).toHaveLength(1);
  });

  it('refuses a message over its limit', async () => {
    const content = Buffer.concat([pdf(), Buffer.alloc(30_000)]);
    const mail = { attachments: [{ filename: 'gros.pdf', content }] };
    await expect(send(mail, narrow.port)).rejects.toMatchObject({ responseCode: 552 });
  });

  it('is nobody else’s mail server', async () => {
    const mail = { to: 'quelqu.un@ailleurs.example', attachments: [{ filename: 'a.pdf', content: pdf() }] };
    await expect(send(mail)).rejects.toMatchObject({ responseCode: 550 });
  });

  it('is not started without an address to receive for', () => {
    const needed = { DATABASE_URL: 'x', REDIS_URL: 'x', GUICHET_KEY_FILE: 'x', MAILROOM_SMTP_PORT: '2525' };
    expect(() => mailroomConfig(needed)).toThrow(/MAILROOM_SMTP_RECIPIENTS/);
    const { MAILROOM_SMTP_HOST: host, MAILROOM_SMTP_MEGABYTES: megabytes } = mailroomConfig({
      ...needed,
      MAILROOM_SMTP_RECIPIENTS: 'A@b.ca',
    });
    expect(host).toBe('127.0.0.1');
    expect(megabytes * 1024 * 1024).toBe(messageBytesMax);
  });
});
