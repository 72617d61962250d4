import type { WebhookRules } from './webhook-kinds.ts';

/** The ports at which programs listen by https. */
const ports = new Set(['', '8443']);

/**
 * Reads an address that may be told; undefined for any other. Which machine it leads to is looked at each time something is sent.
 *
 * Shape: `https`, port 443 or 8443, up to 500 characters, without a name or password, of a host that the body lists where it lists some
 * Source: OWASP ASVS 5.0 §13.2.4
 */
export function webhookAddress(text: string, { allowPrivate, hosts }: WebhookRules): URL | undefined {
  const url = text.length <= 500 && URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  if (hosts && !hosts.includes(url.hostname)) return undefined;
  const isWeb = url.protocol === 'https:' && ports.has(url.port);
  return isWeb || (allowPrivate && /^https?:$/.test(url.protocol)) ? url : undefined;
}
