import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type WebhookAnswer, webhookAddress, type WebhookRules, type WebhookToSend } from '@guichet/casework';
import { second } from '@guichet/kernel';
import { useAgent } from 'request-filtering-agent';
import { Webhook } from 'standardwebhooks';

/** From the first look-up of the address to the last byte of the answer's head. */
const timeoutMs = 10 * second;

/**
 * Posts an event, signed by each secret that holds.
 *
 * Guarantee: refuses what leads to a private, loopback, link-local or otherwise special address, by the address that is connected to,
 *   so that a name that changes its mind leads nowhere; follows no redirect; reads nothing of what is answered but its status.
 * Source: Standard Webhooks 1.0; OWASP SSRF Prevention; OWASP ASVS 5.0 §13.2.4-13.2.5
 */
export function postWebhook(send: WebhookToSend, rules: WebhookRules): Promise<WebhookAnswer> {
  const { url, id, at, body, secrets } = send;
  const { allowPrivate } = rules;
  if (!webhookAddress(url, rules)) return Promise.resolve({ isDelivered: false, why: 'address-not-allowed' });
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  const options = {
    method: 'POST',
    agent: useAgent(url, { allowPrivateIPAddress: allowPrivate }),
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Guichet-Webhooks/1.0',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
  };
  return new Promise((resolve) => {
    const post = (url.startsWith('https:') ? httpsRequest : httpRequest)(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      // The status says it all; nobody waits for the rest.
      answer.destroy();
      resolve(
        status >= 200 && status < 300
          ? { isDelivered: true, status }
          : { isDelivered: false, status, why: status >= 300 && status < 400 ? 'redirected' : 'refused' },
      );
    });
    post.on('error', (error) => resolve({ isDelivered: false, why: whyOf(error) }));
    post.end(body);
  });
}

/** Names a fault without what a library says of it. */
function whyOf(error: Error & { code?: unknown }): string {
  if (/is not allowed/.test(error.message)) return 'address-refused';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timed-out';
  return typeof error.code === 'string' ? error.code.toLowerCase().slice(0, 40) : 'no-answer';
}
