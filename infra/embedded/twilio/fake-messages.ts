import type { FakeAccount } from './fake-account.ts';
import type { FakeMessage } from './fake-records.ts';
import { postWebhook } from './post-webhook.ts';
import { type Refusal, refusalOfNumbers, refusals } from './refusal.ts';

/** A landline that takes no text message, so that the failed fate can be tried. */
const undeliverable = '+15005550003';

/** Takes a message and lets it go through its states, each told by a signed webhook. */
export function createMessage(account: FakeAccount, form: URLSearchParams): FakeMessage | Refusal {
  const to = form.get('To');
  const from = form.get('From');
  const body = form.get('Body') ?? '';
  const refused = refusalOfNumbers(to, from);
  if (refused) return refused;
  if (body === '') return refusals.noBody;
  if (body.length > 1600) return refusals.longBody;
  const statusCallback = form.get('StatusCallback');
  const message: FakeMessage = {
    sid: account.newSid('SM'),
    to: to ?? '',
    from: from ?? '',
    body,
    status: 'queued',
    createdAt: new Date(),
    ...(statusCallback ? { statusCallback } : {}),
  };
  account.messages.push(message);
  account.note(`texto à ${message.to} : ${body}`, `text message to ${message.to}: ${body}`);
  account.run(() => live(account, message));
  return message;
}

async function live(account: FakeAccount, message: FakeMessage): Promise<void> {
  const failed = message.to === undeliverable;
  for (const status of ['sent', failed ? 'undelivered' : 'delivered'] as const) {
    await account.tick();
    message.status = status;
    if (status === 'undelivered') message.errorCode = 30006;
    if (message.statusCallback === undefined) continue;
    const params = {
      AccountSid: account.accountSid,
      ApiVersion: '2010-04-01',
      From: message.from,
      To: message.to,
      MessageSid: message.sid,
      SmsSid: message.sid,
      MessageStatus: status,
      SmsStatus: status,
      ...(message.errorCode === undefined ? {} : { ErrorCode: String(message.errorCode) }),
    };
    await postWebhook(account.authToken, message.statusCallback, params, account.signal);
  }
}

/** The message as the API writes it. */
export function messageJson(account: FakeAccount, message: FakeMessage): Record<string, unknown> {
  return {
    sid: message.sid,
    account_sid: account.accountSid,
    api_version: '2010-04-01',
    to: message.to,
    from: message.from,
    body: message.body,
    status: message.status,
    direction: 'outbound-api',
    num_segments: String(Math.max(1, Math.ceil(message.body.length / 153))),
    num_media: '0',
    price: null,
    price_unit: 'USD',
    error_code: message.errorCode ?? null,
    error_message: message.errorCode === undefined ? null : 'Landline or unreachable carrier',
    date_created: message.createdAt.toUTCString(),
    date_updated: message.createdAt.toUTCString(),
    date_sent: message.status === 'queued' ? null : message.createdAt.toUTCString(),
    messaging_service_sid: null,
    uri: `/2010-04-01/Accounts/${account.accountSid}/Messages/${message.sid}.json`,
    subresource_uris: {},
  };
}
