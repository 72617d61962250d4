import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Signs a webhook as Twilio does: HMAC-SHA1 over the address and the sorted parameters, names and values joined. */
export function signWebhook(
  authToken: string,
  url: string,
  params: Readonly<Record<string, string>>,
): string {
  const names = Object.keys(params).sort();
  const signed = names.reduce((text, name) => text + name + (params[name] ?? ''), url.replace(/#.*$/, ''));
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}

const attemptsMax = 4;

/**
 * Posts a signed webhook and gives the body of the answer; tries again while the receiver is away or asks for later.
 *
 * Guarantee: never throws; undefined when nobody took it.
 */
export async function postWebhook(
  authToken: string,
  url: string,
  params: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string | undefined> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': signWebhook(authToken, url, params),
          'user-agent': 'TwilioProxy/1.1',
        },
        body: new URLSearchParams(params).toString(),
        redirect: 'manual',
        signal,
      });
      if (response.status < 500) return await response.text();
    } catch {
      if (signal.aborted) return undefined;
    }
    await sleep(100 * 3 ** attempt, undefined, { signal }).catch(() => {});
    if (signal.aborted) return undefined;
  }
  return undefined;
}
