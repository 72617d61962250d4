import type { Id } from '@guichet/kernel';

export type WebhookId = Id<'webhook'>;
export type WebhookDeliveryId = Id<'webhook-delivery'>;

/** The events of a case that programs of others may hear of, by their names in the history. */
export const webhookKinds = [
  'case.opened',
  'case.taken',
  'case.assigned',
  'case.returned',
  'case.put-back',
  'case.skipped',
  'case.transferred',
  'case.paused',
  'case.resumed',
  'case.answered',
  'case.document-received',
  'case.closed',
  'case.merged',
  'clock.missed',
  'task.added',
  'reply.written',
  'reply.sent',
  'reply.delivered',
  'reply.bounced',
  'reply.returned',
  'appointment.booked',
  'appointment.moved',
  'appointment.cancelled',
  'appointment.arrived',
  'appointment.missed',
  'fee.taken',
  'fee.reversed',
] as const;
export type WebhookKind = (typeof webhookKinds)[number];

/** Where deliveries may go. */
export interface WebhookRules {
  /** By http, to any port, and to this machine or network, for tests alone. */
  allowPrivate: boolean;
  /** To these hosts alone; absent lets them go to any. */
  hosts?: readonly string[];
}
