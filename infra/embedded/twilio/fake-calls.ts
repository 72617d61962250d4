import type { FakeAccount } from './fake-account.ts';
import type { FakeCall } from './fake-records.ts';
import { postWebhook } from './post-webhook.ts';
import { type Refusal, refusalOfNumbers, refusals } from './refusal.ts';

/** Someone who never picks up, so that the unanswered fate can be tried. */
const absent = '+15005550002';

/** Places a call: plays its document and tells its progress by signed webhooks. */
export function createCall(account: FakeAccount, form: URLSearchParams): FakeCall | Refusal {
  const to = form.get('To');
  const from = form.get('From');
  const refused = refusalOfNumbers(to, from);
  if (refused) return refused;
  const url = form.get('Url');
  const twiml = form.get('Twiml') ?? '';
  if (!url && twiml === '') return refusals.noTwiml;
  if (twiml.length > 4000) return refusals.longTwiml;
  const statusCallback = form.get('StatusCallback');
  const events = form.getAll('StatusCallbackEvent');
  const call: FakeCall = {
    sid: account.newSid('CA'),
    to: to ?? '',
    from: from ?? '',
    status: 'queued',
    twiml: url ? '' : twiml,
    heard: [],
    createdAt: new Date(),
    events: events.length > 0 ? events : ['completed'],
    ...(url ? { url } : {}),
    ...(statusCallback ? { statusCallback } : {}),
  };
  account.calls.push(call);
  account.run(() => live(account, call));
  return call;
}

const eventOf = {
  initiated: 'initiated',
  ringing: 'ringing',
  'in-progress': 'answered',
  completed: 'completed',
  'no-answer': 'completed',
};

async function live(account: FakeAccount, call: FakeCall): Promise<void> {
  const states =
    call.to === absent
      ? (['initiated', 'ringing', 'no-answer'] as const)
      : (['initiated', 'ringing', 'in-progress', 'completed'] as const);
  for (const [sequence, status] of states.entries()) {
    await account.tick();
    if (status === 'in-progress') await play(account, call);
    call.status = status;
    if (call.statusCallback === undefined || !call.events.includes(eventOf[status])) continue;
    const params = {
      ...callParams(account, call),
      Timestamp: new Date().toUTCString(),
      CallbackSource: 'call-progress-events',
      SequenceNumber: String(sequence),
      ...(status === 'completed' ? { CallDuration: '12', Duration: '1' } : {}),
    };
    await postWebhook(account.authToken, call.statusCallback, params, account.signal);
  }
}

async function play(account: FakeAccount, call: FakeCall): Promise<void> {
  call.status = 'in-progress';
  if (call.url !== undefined) {
    call.twiml =
      (await postWebhook(account.authToken, call.url, callParams(account, call), account.signal)) ?? '';
  }
  call.heard = [...call.twiml.matchAll(/<Say\b[^>]*>(.*?)<\/Say>/gs)].map(([, said = '']) => plain(said));
  account.note(`appel à ${call.to} : ${call.heard.join(' ')}`, `call to ${call.to}: ${call.heard.join(' ')}`);
}

function plain(xml: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return xml
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, ten?: string, sixteen?: string, name?: string) => {
      if (ten) return String.fromCodePoint(Number(ten));
      if (sixteen) return String.fromCodePoint(Number.parseInt(sixteen, 16));
      return named[name ?? ''] ?? whole;
    });
}

function callParams(account: FakeAccount, call: FakeCall): Record<string, string> {
  return {
    AccountSid: account.accountSid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: 'outbound-api',
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
  };
}

/** The call as the API writes it. */
export function callJson(account: FakeAccount, call: FakeCall): Record<string, unknown> {
  const ended = call.status === 'completed' || call.status === 'no-answer';
  return {
    sid: call.sid,
    account_sid: account.accountSid,
    api_version: '2010-04-01',
    to: call.to,
    to_formatted: call.to,
    from: call.from,
    from_formatted: call.from,
    status: call.status === 'initiated' ? 'queued' : call.status,
    direction: 'outbound-api',
    duration: ended ? '12' : null,
    date_created: call.createdAt.toUTCString(),
    date_updated: call.createdAt.toUTCString(),
    start_time: call.createdAt.toUTCString(),
    end_time: ended ? call.createdAt.toUTCString() : null,
    answered_by: null,
    parent_call_sid: null,
    price: null,
    price_unit: 'USD',
    uri: `/2010-04-01/Accounts/${account.accountSid}/Calls/${call.sid}.json`,
    subresource_uris: {},
  };
}
