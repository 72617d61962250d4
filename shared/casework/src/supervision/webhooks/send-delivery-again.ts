import { DeskError } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { WebhookDeliveryId, WebhookId } from './webhook-kinds.ts';

/**
 * Sends a delivery again that was set aside, or that arrived and was lost there: under the same id, by which the other side knows it.
 *
 * Guarantee: one that is on its way is not doubled. Gives whether it was this call. Errors: not-found; gone — its webhook ended.
 */
export function sendDeliveryAgain(ctx: DeskContext, id: WebhookDeliveryId): Promise<boolean> {
  return transact(ctx, 'webhook.write', async (tx) => {
    const [found] = await tx.sql<
      [{ webhookId: WebhookId; kind: string; isSettled: boolean; endedAt: Date | null }?]
    >`
      select d.webhook_id, d.kind, coalesce(d.delivered_at, d.parked_at) is not null as is_settled, w.ended_at
      from webhook_delivery d join webhook w on w.id = d.webhook_id where d.id = ${id} for update of d`;
    if (!found) throw new DeskError('not-found', 'no-such-delivery');
    if (found.endedAt !== null) throw new DeskError('gone', 'webhook-ended');
    if (!found.isSettled) return tx.unchanged(false);
    await tx.sql`update webhook_delivery set delivered_at = null, parked_at = null, attempts = 0 where id = ${id}`;
    await tx.stage('webhooks.tell', { deliveryId: id });
    return tx.record(
      {
        subject: { kind: 'webhook', id: found.webhookId },
        kind: 'webhook.sent-again',
        data: { delivery: id, event: found.kind },
      },
      true,
    );
  });
}

/** Unit: deliveries a press. */
const againMax = 500;

/**
 * Sends again all that a webhook set aside, the oldest first, each under its own id. Gives how many.
 *
 * Guarantee: one event in the history; repeating sends what is left. Errors: not-found; gone — the webhook ended.
 */
export function sendParkedAgain(ctx: DeskContext, id: WebhookId): Promise<number> {
  return transact(ctx, 'webhook.write', async (tx) => {
    const [webhook] = await tx.sql<
      [{ endedAt: Date | null }?]
    >`select ended_at from webhook where id = ${id}`;
    if (!webhook) throw new DeskError('not-found', 'no-such-webhook');
    if (webhook.endedAt !== null) throw new DeskError('gone', 'webhook-ended');
    const parked = await tx.sql<{ id: WebhookDeliveryId }[]>`
      update webhook_delivery set parked_at = null, attempts = 0 where id in (
        select id from webhook_delivery where webhook_id = ${id} and parked_at is not null order by at, id limit ${againMax}
        for update skip locked)
      returning id`;
    if (parked.length === 0) return tx.unchanged(0);
    await Promise.all(parked.map(({ id: deliveryId }) => tx.stage('webhooks.tell', { deliveryId })));
    return tx.record(
      { subject: { kind: 'webhook', id }, kind: 'webhook.sent-again', data: { deliveries: parked.length } },
      parked.length,
    );
  });
}
