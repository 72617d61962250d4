import { hour, minute, second } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { makeDueAgain } from '../../outbox/make-due-again.ts';
import { once } from '../../outbox/once.ts';
import type { WebhookDeliveryId, WebhookId } from './webhook-kinds.ts';

/** What the other side answered, or why there was no answer. */
export interface WebhookAnswer {
  isDelivered: boolean;
  status?: number;
  why?: string;
}

/** What waits between tries, the first at once: eight tries within a day. */
export const webhookWaitsMs = [
  5 * second,
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  6 * hour,
  12 * hour,
] as const;

/**
 * Writes what became of an attempt: delivered, due again later, or set aside after the last try, where a supervisor sees it.
 *
 * Guarantee: safe to repeat; who answers that the address is gone ends its webhook.
 */
export function settleWebhook(
  ctx: DeskContext,
  outboxId: string,
  deliveryId: WebhookDeliveryId,
  { isDelivered, status = undefined, why }: WebhookAnswer,
): Promise<void> {
  return transact<undefined>(ctx, 'webhook.tell', async (tx) => {
    const [found] = await tx.sql<[{ webhookId: WebhookId; attempts: number }?]>`
      select webhook_id, attempts from webhook_delivery
      where id = ${deliveryId} and delivered_at is null and parked_at is null for update`;
    if (!found) return tx.unchanged(undefined);
    await tx.sql`
      update webhook_delivery set status = ${status ?? null}, why = ${why ?? null}, delivered_at = ${isDelivered ? tx.now : null}
      where id = ${deliveryId}`;
    const wait = status === 410 ? undefined : webhookWaitsMs[found.attempts - 1];
    if (!isDelivered && wait !== undefined) {
      await makeDueAgain(tx, outboxId, new Date(tx.now.getTime() + wait));
      return tx.unchanged(undefined);
    }
    await once(tx, outboxId, 'webhooks.tell', async () => {
      if (isDelivered) return tx.unchanged(undefined);
      await tx.sql`update webhook_delivery set parked_at = ${tx.now} where id = ${deliveryId}`;
      if (status === 410) await end(tx, found.webhookId);
      return tx.record(
        {
          subject: { kind: 'webhook', id: found.webhookId },
          kind: 'webhook.parked',
          data: { delivery: deliveryId, attempts: found.attempts },
        },
        undefined,
      );
    });
    return tx.unchanged(undefined);
  });
}

async function end(tx: DeskTx, id: WebhookId): Promise<void> {
  const ended = await tx.sql`
    update webhook set ended_at = ${tx.now}, url = null, url_sealed = null where id = ${id} and ended_at is null`;
  if (ended.count > 0)
    await tx.note({ subject: { kind: 'webhook', id }, kind: 'webhook.ended', data: { status: 410 } });
}
