import type { CaseId, Reference } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { once } from '../../outbox/once.ts';
import type { WebhookDeliveryId, WebhookId } from './webhook-kinds.ts';
import { secretsOf } from './webhook-secret.ts';

/** What is to be sent, and what signs it. */
export interface WebhookToSend {
  url: string;
  /** The event's own: the same however often it is sent. */
  id: string;
  at: Date;
  body: string;
  /** While one is being changed there are two, the newer first. */
  secrets: string[];
}

interface FoundDelivery {
  webhookId: WebhookId;
  url: string;
  dataKey: Buffer;
  secretSealed: Buffer;
  previousSealed: Buffer | null;
  previousUntil: Date | null;
  caseId: CaseId;
  seq: number;
  kind: string;
  at: Date;
  isSettled: boolean;
  reference: Reference;
  serviceCode: string;
}

/**
 * Writes down an attempt to tell a webhook of an event, and gives what to send; undefined when there is nothing to send.
 *
 * Guarantee: numbers, kinds and instants alone, nothing personal; an event that is sent twice has one id.
 * Source: Standard Webhooks 1.0, payload structure
 */
export function prepareWebhook(
  ctx: DeskContext,
  outboxId: string,
  deliveryId: WebhookDeliveryId,
): Promise<WebhookToSend | undefined> {
  return transact<WebhookToSend | undefined>(ctx, 'webhook.tell', async (tx) => {
    const [found] = await tx.sql<[FoundDelivery?]>`
      select d.webhook_id, w.url, w.data_key, w.secret_sealed, w.previous_sealed, w.previous_until, d.subject_id as case_id, d.seq,
        d.kind, d.at, coalesce(d.delivered_at, d.parked_at, w.ended_at) is not null as is_settled, c.reference, c.service_code
      from webhook_delivery d join webhook w on w.id = d.webhook_id join cases c on c.id = d.subject_id
      where d.id = ${deliveryId} for update of d`;
    if (!found || found.isSettled) {
      await once(tx, outboxId, 'correspondence.tell-webhook', async () => tx.unchanged(undefined));
      return tx.unchanged(undefined);
    }
    await tx.sql`update webhook_delivery set attempts = attempts + 1, tried_at = ${tx.now} where id = ${deliveryId}`;
    const { url, kind, at, reference, serviceCode: service } = found;
    const id = `${found.caseId}_${found.seq}`;
    const { open } = secretsOf(ctx.keyring, found.webhookId, found.dataKey);
    const before = found.previousUntil && found.previousUntil > tx.now ? found.previousSealed : null;
    return tx.unchanged({
      url,
      id,
      at: tx.now,
      body: JSON.stringify({
        type: kind,
        timestamp: at.toISOString(),
        data: { event: id, reference, service },
      }),
      secrets: [open(found.secretSealed), ...(before ? [open(before)] : [])],
    });
  });
}
