import { randomBytes } from 'node:crypto';
import type { Keyring } from '@guichet/platform';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import type { WebhookId } from './webhook-kinds.ts';

/** Makes a secret that signs what is sent. Shape: `whsec_` and 256 bits in base64. Source: Standard Webhooks 1.0, symmetric */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** Names the owner of the data key of a webhook. */
export function webhookOwner(id: WebhookId): string {
  return `webhook:${id}`;
}

/** Seals and opens by its stored data key what a webhook keeps: its secrets, the one before too, or the address it leads to. */
export function sealedOf(keyring: Keyring, id: WebhookId, wrapped: Buffer, field: 'secret' | 'address') {
  const key = unwrapDataKey(keyring, webhookOwner(id), wrapped);
  return {
    seal: (text: string): Buffer => key.seal(field, text),
    open: (sealed: Buffer): string => key.open(field, sealed) as string,
  };
}
