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
    await tx.stage('correspondence.tell-webhook', { deliveryId: id });
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
