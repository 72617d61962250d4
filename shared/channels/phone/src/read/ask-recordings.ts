import { providerBase } from '../provider.ts';
import type { TwilioClientOptions } from '../say/twilio-client.ts';

/**
 * Asks the telephone provider for what it keeps of recordings, at a path of our account.
 *
 * Guarantee: goes only to the provider's own address, whatever a webhook said. Errors: throws when it is out of reach.
 */
export function askRecordings(options: TwilioClientOptions, method: string, path: string): Promise<Response> {
  const { accountSid, authToken, apiBaseUrl = providerBase, timeoutMs = 20_000 } = options;
  const base = apiBaseUrl.replace(/\/+$/, '');
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  return fetch(`${base}/2010-04-01/Accounts/${accountSid}/${path}`, {
    method,
    headers: { authorization: `Basic ${credentials}` },
    redirect: 'follow',
    signal: AbortSignal.timeout(timeoutMs),
  });
}
