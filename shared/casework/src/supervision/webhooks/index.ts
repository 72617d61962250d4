// The verbs by which programs of others hear of events.
export { bothSecretsMs, endWebhook, rotateSecret } from './change-webhook.ts';
export { type MadeWebhook, makeWebhook } from './make-webhook.ts';
export { prepareWebhook, type WebhookToSend } from './prepare-webhook.ts';
export { listWebhooks, readWebhook, type WebhookDelivery, type WebhookRow } from './read-webhooks.ts';
export { sendDeliveryAgain, sendParkedAgain } from './send-delivery-again.ts';
export { webhookAddress } from './webhook-address.ts';
export { settleWebhook, type WebhookAnswer, webhookWaitsMs } from './settle-webhook.ts';
export {
  type WebhookDeliveryId,
  type WebhookId,
  type WebhookKind,
  webhookKinds,
  type WebhookRules,
} from './webhook-kinds.ts';
