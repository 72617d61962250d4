import { prepareWebhook, settleWebhook, type WebhookDeliveryId } from '@guichet/casework';
import type { Handlers } from '@guichet/jobs';
import type { CorrespondenceContext } from '../correspondence-context.ts';
import { postWebhook } from '../say/post-webhook.ts';

/**
 * Tells a program of others that something happened.
 *
 * Guarantee: at least once, under one id however often: who hears it twice knows it.
 */
export const tellWebhook: Handlers<'webhooks', CorrespondenceContext>['webhooks.tell'] = async (
  { deliveryId },
  { outboxId },
  { desk, webhooks },
) => {
  const id = deliveryId as WebhookDeliveryId;
  const send = await prepareWebhook(desk, outboxId, id);
  if (send) await settleWebhook(desk, outboxId, id, await postWebhook(send, webhooks));
};
