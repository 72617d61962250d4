import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  callPerson,
  checkRequest,
  listRecordings,
  sendSms,
  twilioClient,
  voiceReply,
} from '@guichet/channels/phone';
import { afterAll, describe, expect, it } from 'vitest';
import { pollUntil } from './poll-until.ts';
import { startTwilioFake } from './twilio-fake.ts';

const accountSid = `AC${'d'.repeat(32)}`;
const authToken = 'a-token-that-no-log-may-hold';
const from = '+14185550100';
const to = '+14185550123';

interface Received {
  target: string;
  signature: string | undefined;
  body: string;
}
const received: Received[] = [];
const hook = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const signature = request.headers['x-twilio-signature'];
  received.push({
    target: request.url ?? '',
    signature: typeof signature === 'string' ? signature : undefined,
    body,
  });
  response.writeHead(204).end();
});
await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', () => resolve()));
const publicUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`;
const fake = await startTwilioFake({ port: 0, accountSid, authToken, tickMs: 5 });
const client = twilioClient({ accountSid, authToken, apiBaseUrl: fake.url });
afterAll(async () => {
  await fake.close();
  hook.close();
});

function statusesOf(sid: string): string[] {
  return received.flatMap(({ body }) => {
    const params = new URLSearchParams(body);
    const mine = params.get('MessageSid') === sid || params.get('CallSid') === sid;
    return mine ? [params.get('MessageStatus') ?? params.get('CallStatus') ?? ''] : [];
  });
}

describe('what we say through the fake', () => {
  it('a text message is sent, and each state is told by a webhook that our own check accepts', async () => {
    const sent = await sendSms(client, {
      to,
      from,
      body: 'Bonjour, votre dossier avance.',
      statusCallback: `${publicUrl}/phone/status?delivery=1`,
    });
    expect(sent).toMatchObject({ kind: 'sent' });
    const sid = sent.kind === 'sent' ? sent.providerId : '';
    await pollUntil(async () => statusesOf(sid).includes('delivered'), {
      what: 'the last state',
      within: 10_000,
      every: 20,
    });
    expect(statusesOf(sid)).toEqual(['sent', 'delivered']);
    for (const request of received) {
      expect(checkRequest({ accountSid, authTokens: [authToken], publicUrl }, request)).toMatchObject({
        ok: true,
      });
    }
    expect(fake.messages()).toMatchObject([
      { to, body: 'Bonjour, votre dossier avance.', status: 'delivered' },
    ]);
  });

  it('a call reads the reply, twice, in its language', async () => {
    const twiml = voiceReply({
      text: 'Votre chien est enregistré & sa médaille est prête.',
      language: 'fr',
      reference: '1234567894',
      callBackAt: from,
    });
    const sent = await callPerson(client, { to, from, twiml, statusCallback: `${publicUrl}/phone/status` });
    expect(sent).toMatchObject({ kind: 'sent' });
    const sid = sent.kind === 'sent' ? sent.providerId : '';
    await pollUntil(async () => statusesOf(sid).includes('completed'), {
      what: 'the last state',
      within: 10_000,
      every: 20,
    });
    expect(statusesOf(sid)).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
    const heard = fake.calls().at(-1)?.heard.join(' ') ?? '';
    expect(heard.match(/Votre chien est enregistré & sa médaille est prête\./g)).toHaveLength(2);
    expect(heard).toContain('1 2 3, 4 5 6, 7 8 9 4');
  });

  const fates: [string, string, unknown][] = [
    ['a number that is none', '+15005550001', { kind: 'bounced', why: 'twilio-21211' }],
    ['a number that is no mobile', '+15005550009', { kind: 'bounced', why: 'twilio-21614' }],
    ['someone who said STOP', '+15005550004', { kind: 'bounced', why: 'twilio-21610' }],
    ['a number far away', '+33123456789', { kind: 'bounced', why: 'number-not-allowed' }],
  ];
  it.each(fates)('%s bounces', async (_name, number, fate) => {
    expect(await sendSms(client, { to: number, from, body: 'x' })).toEqual(fate);
  });

  it.each([429, 500, 503] as const)('an answer of %i is for later', async (status) => {
    fake.refuseNext(1, status);
    expect(await sendSms(client, { to, from, body: 'x' })).toEqual({
      kind: 'later',
      why: `twilio-http-${status}`,
    });
  });

  it('a wrong token is for later, and a provider out of reach leaks neither token nor number', async () => {
    const wrong = twilioClient({ accountSid, authToken: 'another', apiBaseUrl: fake.url });
    expect(await callPerson(wrong, { to, from, twiml: '<Response/>' })).toEqual({
      kind: 'later',
      why: 'twilio-http-401',
    });
    const nowhere = twilioClient({ accountSid, authToken, apiBaseUrl: 'http://127.0.0.1:1' });
    const outcome = await sendSms(nowhere, { to, from, body: 'secret' });
    expect(outcome).toEqual({ kind: 'later', why: 'twilio-unreachable' });
  });

  it('a text too long to be said is refused before it is sent', async () => {
    const twiml = voiceReply({ text: 'mot '.repeat(1500), language: 'fr' });
    expect(await callPerson(client, { to, from, twiml })).toEqual({
      kind: 'bounced',
      why: 'too-long-to-say',
    });
  });
});

describe('recordings', () => {
  it('are kept, served as sound, deleted, and then gone', async () => {
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
    const base = `${fake.url}/2010-04-01/Accounts/${accountSid}/Recordings`;
    const kept = await fetch(`${base}.json?CallSid=CA1&Duration=3`, {
      method: 'POST',
      headers: { authorization },
      body: 'RIFF',
    });
    const { sid, url } = (await kept.json()) as { sid: string; url: string };
    expect((await fetch(`${url}.wav`)).status).toBe(401);
    expect(await (await fetch(`${url}.wav`, { headers: { authorization } })).text()).toBe('RIFF');
    expect(await client.recordings(sid).fetch()).toMatchObject({ sid, duration: '3' });
    expect(await client.recordings(sid).remove()).toBe(true);
    expect((await fetch(url, { headers: { authorization } })).status).toBe(404);
    expect(fake.recordings()).not.toContain(sid);
  });

  it('of one call are listed apart from all others, and a call that left none has none', async () => {
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
    const base = `${fake.url}/2010-04-01/Accounts/${accountSid}`;
    const [mine, other] = ['a', 'b'].map((letter) => `CA${letter.repeat(32)}`);
    const sids: string[] = [];
    for (const callSid of [mine, mine, other]) {
      const kept = await fetch(`${base}/Recordings.json?CallSid=${callSid}`, {
        method: 'POST',
        headers: { authorization },
        body: 'RIFF',
      });
      sids.push(((await kept.json()) as { sid: string }).sid);
    }
    const options = { accountSid, authToken, apiBaseUrl: fake.url };
    const listed = await listRecordings(options, mine ?? '');
    expect(listed).toMatchObject({ kind: 'listed', isAll: true });
    expect(listed.kind === 'listed' && listed.recordings.map(({ providerRef }) => providerRef)).toEqual([
      sids[1],
      sids[0],
    ]);
    expect((await client.calls(mine ?? '').recordings.list()).map(({ sid }) => sid)).toEqual([
      sids[1],
      sids[0],
    ]);
    expect(await listRecordings(options, `CA${'c'.repeat(32)}`)).toEqual({
      kind: 'listed',
      recordings: [],
      isAll: true,
    });
    fake.refuseNext(1, 503);
    expect(await listRecordings(options, mine ?? '')).toEqual({ kind: 'later', why: 'twilio-http-503' });
    const page = await fetch(`${base}/Calls/${mine}/Recordings.json?PageSize=1`, {
      headers: { authorization },
    });
    expect(await page.json()).toMatchObject({ next_page_uri: expect.stringContaining('Page=1') });
  });

  it('messages can be listed to find what was sent before a crash', async () => {
    const found = await client.messages.list({ to, limit: 20 });
    expect(found.map(({ body }) => body)).toContain('Bonjour, votre dossier avance.');
  });
});
