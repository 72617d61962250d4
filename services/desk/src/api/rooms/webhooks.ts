import {
  endWebhook,
  listWebhooks,
  makeWebhook,
  readWebhook,
  rotateSecret,
  sendDeliveryAgain,
  webhookKinds,
} from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { done, instant, reference, text } from '../shapes.ts';

const operation = roomOf('Webhooks');
const at = '/webhooks/{id}';

const secret = z.string().openapi({ description: 'Shown once. Source: Standard Webhooks, `whsec_…`' });
const row = z
  .object({
    id: z.uuid(),
    url: z.string(),
    kinds: z.array(z.string()),
    teams: z.array(z.string()),
    madeAt: instant,
    madeBy: z.string(),
    endedAt: instant.nullable(),
    previousUntil: instant.nullable(),
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
    id: 'makeWebhook',
    method: 'post',
    path: '/webhooks',
    summary: 'Have an address told of events of one’s teams',
    description: 'Each is signed by the secret that is answered here, once.',
    permission: 'webhook.write',
    once: true,
    status: 201,
    body: z.strictObject({
      url: text(500),
      kinds: z.array(z.enum(webhookKinds)).min(1),
      teams: z.array(text(60)).min(1).max(200).optional(),
    }),
    example: { url: 'https://travaux.exemple.ca/guichet', kinds: ['case.opened', 'case.closed'] },
    answer: z.object({ kind: z.enum(['made', 'already']), id: z.uuid(), secret: secret.optional() }),
    call: async ({ ctx, deps, body, once }) => {
      const id = once<'webhook'>();
      return { ...(await makeWebhook(ctx, { id, ...body }, deps.webhooks ?? { allowPrivate: false })), id };
    },
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
    id: 'rotateSecret',
    method: 'post',
    path: `${at}/secret`,
    summary: 'Give a webhook another secret; the one before signs too for a day',
    permission: 'webhook.write',
    status: 201,
    answer: z.object({ secret }),
    call: async ({ ctx, id }) => ({ secret: await rotateSecret(ctx, id()) }),
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
];
