import { randomBytes } from 'node:crypto';
import type { Keyring } from '@guichet/platform';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import type { WebhookId } from './webhook-kinds.ts';

/** The field under which a secret is sealed, the one before it too. */
const field = 'secret';

/** Makes a secret that signs what is sent. Shape: `whsec_` and 256 bits in base64. Source: Standard Webhooks 1.0, symmetric */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** Names the owner of the data key of a webhook. */
export function webhookOwner(id: WebhookId): string {
  return `webhook:${id}`;
}

/** Seals and opens the secrets of a webhook by its stored data key. */
export function secretsOf(keyring: Keyring, id: WebhookId, wrapped: Buffer) {
  const key = unwrapDataKey(keyring, webhookOwner(id), wrapped);
  return {
    seal: (secret: string): Buffer => key.seal(field, secret),
    open: (sealed: Buffer): string => key.open(field, sealed) as string,
  };
}
