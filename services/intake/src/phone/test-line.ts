import { signRequest, type TwilioAccount } from '@guichet/channels/phone';
import type { Logger } from '@guichet/platform';

/** Unit: milliseconds. */
const patienceMs = 5_000;

/** An empty text message: answered and forgotten, so that a test leaves nothing behind. */
const target = '/phone/sms';
const facts = { MessageSid: `SM${'0'.repeat(32)}`, From: '+15005550006', Body: '' };

/**
 * Sends webhooks to our own line at start, so that a check that refuses everything is known before a caller is.
 *
 * Guarantee: a signed one passes with each token in force and a forged one does not; by the public address a refusal is told
 *   as what it is, a proxy that changes addresses, and a host that can't reach itself from inside only as that.
 * Errors: throws when the door itself fails; what the way to it does is told to the log.
 * Source: signature checks turned on by an upgrade have silenced whole lines
 */
export async function testLine(account: TwilioAccount, port: number, log: Logger): Promise<void> {
  const { body, signatures } = signRequest(account, target, facts);
  const here = `http://127.0.0.1:${port}${target}`;
  for (const signature of signatures) {
    const status = await post(here, body, signature);
    if (status !== 200) throw new Error(`the telephone line refuses its own signature: HTTP ${status}`);
  }
  const forged = await post(here, body, 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=');
  if (forged !== 403) throw new Error(`the telephone line takes a forged signature: HTTP ${forged}`);
  void testPublicAddress(account, body, signatures[0] ?? '', log);
}

/** The way round by the public address may take long and may not exist from inside: it is told, and never holds up a start. */
async function testPublicAddress(
  account: TwilioAccount,
  body: string,
  signature: string,
  log: Logger,
): Promise<void> {
  try {
    const status = await post(account.publicUrl.replace(/\/+$/, '') + target, body, signature);
    if (status === 200) log.info({ event: 'phone.line-tested' }, 'the line answers by its public address');
    else log.error({ event: 'phone.line-refused', status }, 'the line is refused by its public address');
  } catch {
    log.warn({ event: 'phone.line-unreachable' }, 'the public address can not be reached from here');
  }
}

async function post(url: string, body: string, signature: string): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  });
  await answer.body?.cancel();
  return answer.status;
}
