import { randomBytes, randomUUID } from 'node:crypto';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestLine } from '../../test/open-test-line.ts';

const { account, from, redis, line } = openTestLine(await useDesk());

describe('a webhook that is not Twilio’s', () => {
  const target = '/phone/voice';
  const params = {
    AccountSid: account.accountSid,
    CallSid: `CA${randomBytes(16).toString('hex')}`,
    From: from,
  };
  const sign = (sent: Record<string, string>) =>
    twilio.getExpectedTwilioSignature(account.authTokens[0] ?? '', account.publicUrl + target, sent);
  const send = (path: string, body: string, headers: Record<string, string>) =>
    line().request(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  const form = new URLSearchParams(params).toString();

  const rows: [string, string, string, Record<string, string>][] = [
    ['unsigned', target, form, {}],
    ['forged', target, form, { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
    ['signed for another turn', `${target}?t=2`, form, { 'x-twilio-signature': sign(params) }],
    [
      'steered by headers',
      `${target}/`,
      form,
      { 'x-twilio-signature': sign(params), 'x-forwarded-host': 'guichet.example.ca' },
    ],
    [
      'JSON',
      target,
      JSON.stringify(params),
      { 'content-type': 'application/json', 'x-twilio-signature': sign({}) },
    ],
    [
      'longer than 32 kB',
      target,
      `${form}&Body=${'x'.repeat(40_000)}`,
      { 'x-twilio-signature': sign(params) },
    ],
    [
      'signed with an unknown parameter',
      target,
      `${form}&Surprise=1`,
      { 'x-twilio-signature': sign({ ...params, Surprise: '1' }) },
    ],
  ];
  it.each(rows)('%s is refused', async (_name, path, body, headers) => {
    const response = await send(path, body, headers);
    expect([403, 404]).toContain(response.status);
    expect(await redis.exists(`{guichet}:call:${params.CallSid}`)).toBe(0);
  });

  it.each(['/phone/recording', '/phone/status', '/phone/sms'])('%s is guarded as well', async (path) => {
    expect((await send(path, form, {})).status).toBe(403);
  });

  it('an address with more than a turn number is not found, though signed', async () => {
    const at = '/phone/voice?t=1&x=1';
    const signature = twilio.getExpectedTwilioSignature(
      account.authTokens[0] ?? '',
      account.publicUrl + at,
      params,
    );
    expect((await send(at, form, { 'x-twilio-signature': signature })).status).toBe(404);
  });
});

describe('text messages', () => {
  async function text(body: string) {
    const params = {
      AccountSid: account.accountSid,
      MessageSid: `SM${randomUUID().replaceAll('-', '')}`,
      From: from,
      To: '+14185550100',
      Body: body,
    };
    const signature = twilio.getExpectedTwilioSignature(
      account.authTokens[0] ?? '',
      `${account.publicUrl}/phone/sms`,
      params,
    );
    const changes: unknown[] = [];
    const app = line({ smsConsent: async (change) => void changes.push(change) });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature };
    const response = await app.request('/phone/sms', {
      method: 'POST',
      body: new URLSearchParams(params),
      headers,
    });
    return { document: await response.text(), changes };
  }

  it.each(['STOP', 'Arrêt', 'arret.', ' ARRÊT '])(
    '%s is noted and acknowledged in both languages',
    async (word) => {
      const { document, changes } = await text(word);
      expect(changes).toEqual([{ phone: from, wanted: false }]);
      expect(document).toMatch(/plus de textos.*no more text messages/);
    },
  );

  it('anything else gets a pointer to the doors, and changes nothing', async () => {
    const { document, changes } = await text('Où en est ma demande?');
    expect(changes).toEqual([]);
    expect(document).toMatch(/guichet\.example\.ca/);
  });
});
