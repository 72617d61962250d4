import { checkRequest } from '@guichet/channels/phone';
import { readBody } from '@guichet/platform/http';
import type { Context } from 'hono';
import type { PhoneDeps } from './phone-deps.ts';

/** Unit: bytes. Twilio's own webhooks stay far below. */
const bodyBytesMax = 32 * 1024;

export type Webhook =
  | { ok: true; params: Readonly<Record<string, string>> }
  | { ok: false; refusal: Response };

/**
 * Reads a webhook and checks that it comes from our account at Twilio.
 *
 * Guarantee: fails closed with 403 and says nothing of why; the log says why, and holds nothing of the request.
 */
export async function checkedWebhook(c: Context, { account, log }: PhoneDeps): Promise<Webhook> {
  try {
    const body = await readBody(c, bodyBytesMax);
    const type = c.req.header('content-type') ?? '';
    const signature = c.req.header('x-twilio-signature');
    const checked = /^application\/x-www-form-urlencoded\b/i.test(type)
      ? checkRequest(account, { target: rawTarget(c), signature, body: body.toString('utf8') })
      : ({ ok: false, why: 'not a form' } as const);
    if (checked.ok) return checked;
    log.warn({ event: 'phone.refused', reason: checked.why, method: c.req.method }, 'webhook refused');
  } catch (error) {
    log.warn({ event: 'phone.refused', reason: 'unreadable', err: error }, 'webhook refused');
  }
  return { ok: false, refusal: c.text('forbidden', 403) };
}

/** Path and query as they came on the wire: what Twilio signed, and not what a router made of it. */
export function rawTarget(c: Context): string {
  const incoming = (c.env as { incoming?: { url?: string } } | undefined)?.incoming;
  if (incoming?.url?.startsWith('/')) return incoming.url;
  return c.req.raw.url.replace(/^[a-z]+:\/\/[^/?#]+/i, '');
}

/** The path of our webhooks as the provider sees it, with the prefix of our public address. */
export function publicPath({ account }: PhoneDeps, path: string): string {
  return new URL(account.publicUrl).pathname.replace(/\/+$/, '') + path;
}
