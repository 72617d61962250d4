import { endWebhook, listWebhooks, readWebhook, sendDeliveryAgain, sendParkedAgain } from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { done, instant, reference } from '../shapes.ts';

const operation = roomOf('Webhooks');
const at = '/webhooks/{id}';

const row = z
  .object({
    id: z.uuid(),
    host: z.string().openapi({ description: 'The rest of the address may be a secret of the other side.' }),
    kinds: z.array(z.string()),
    teams: z.array(z.string()),
    madeAt: instant,
    madeBy: z.string(),
    endedAt: instant.nullable(),
    previousUntil: instant.nullable(),
    isOwn: z.boolean().openapi({ description: 'All its teams are those of whose key this is.' }),
    mayEnd: z.boolean(),
    parked: z.int(),
  })
  .openapi('Webhook');

/** Programs of others that hear of events. */
export const webhookOperations: readonly Operation[] = [
  operation({
    id: 'listWebhooks',
    method: 'get',
    path: '/webhooks',
    summary: 'List the webhooks of one’s teams',
    permission: 'webhook.write',
    answer: z.object({ webhooks: z.array(row) }),
    call: async ({ ctx }) => ({ webhooks: await listWebhooks(ctx) }),
  }),
  operation({
    id: 'readWebhook',
    method: 'get',
    path: at,
    summary: 'Read a webhook with its newest deliveries',
    permission: 'webhook.write',
    answer: row.extend({
      deliveries: z.array(
        z.object({
          id: z.uuid(),
          kind: z.string(),
          at: instant,
          reference: reference.nullable(),
          attempts: z.int(),
          triedAt: instant.nullable(),
          status: z.int().nullable(),
          why: z.string().nullable(),
          deliveredAt: instant.nullable(),
          parkedAt: instant.nullable(),
        }),
      ),
    }),
    call: ({ ctx, id }) => readWebhook(ctx, id()),
  }),
  operation({
    id: 'endWebhook',
    method: 'delete',
    path: at,
    summary: 'End a webhook',
    permission: 'webhook.write',
    answer: done,
    call: async ({ ctx, id }) => ({ isNew: await endWebhook(ctx, id()) }),
  }),
  operation({
    id: 'sendDeliveryAgain',
    method: 'post',
    path: '/webhook-deliveries/{id}/sending',
    summary: 'Send a delivery again, under its own id',
    permission: 'webhook.write',
    answer: done,
    call: async ({ ctx, id }) => ({ isNew: await sendDeliveryAgain(ctx, id()) }),
  }),
  operation({
    id: 'sendParkedAgain',
    method: 'post',
    path: `${at}/sending`,
    summary: 'Send again all that a webhook set aside, each under its own id',
    permission: 'webhook.write',
    answer: z.object({ sent: z.int() }),
    call: async ({ ctx, id }) => ({ sent: await sendParkedAgain(ctx, id()) }),
  }),
];
