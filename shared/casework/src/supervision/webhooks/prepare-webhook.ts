import { type CaseId, type Reference, second } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { makeDueAgain } from '../../outbox/make-due-again.ts';
import { once } from '../../outbox/once.ts';
import type { WebhookDeliveryId, WebhookId } from './webhook-kinds.ts';
import { sealedOf } from './webhook-secret.ts';

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
  /** Of one registered before addresses were sealed. */
  url: string | null;
  urlSealed: Buffer | null;
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
  serviceVersion: number;
}

/** So many at once to one address: one that hangs keeps no other waiting. */
const atOnceMax = 2;
/** A little over how long an answer is waited for: what is older died. Unit: milliseconds. */
const underWayMs = 30 * second;
/** When there is room again. Unit: milliseconds. */
const roomMs = 10 * second;

/**
 * Writes down an attempt to tell a webhook of an event, and gives what to send; undefined when there is nothing to send.
 *
 * Guarantee: numbers, kinds and instants alone, nothing personal, and no service that itself would tell something sensitive; an event
 *   that is sent twice has one id; what one address keeps waiting is put off, as no attempt.
 * Source: Standard Webhooks 1.0, payload structure
 */
export function prepareWebhook(
  ctx: DeskContext,
  outboxId: string,
  deliveryId: WebhookDeliveryId,
): Promise<WebhookToSend | undefined> {
  return transact<WebhookToSend | undefined>(ctx, 'webhook.tell', async (tx) => {
    const [found] = await tx.sql<[FoundDelivery?]>`
      select d.webhook_id, w.url, w.url_sealed, w.data_key, w.secret_sealed, w.previous_sealed, w.previous_until, d.subject_id as case_id, d.seq,
        d.kind, d.at, coalesce(d.delivered_at, d.parked_at, w.ended_at) is not null as is_settled, c.reference, c.service_code, c.service_version
      from webhook_delivery d join webhook w on w.id = d.webhook_id join cases c on c.id = d.subject_id
      where d.id = ${deliveryId} for update of d`;
    if (!found || found.isSettled) {
      await once(tx, outboxId, 'webhooks.tell', async () => tx.unchanged(undefined));
      return tx.unchanged(undefined);
    }
    // Two that count at once would both find room.
    await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`webhook:${found.webhookId}`}, 0))`;
    if ((await countUnderWay(tx, found.webhookId, deliveryId)) >= atOnceMax) {
      await makeDueAgain(tx, outboxId, new Date(tx.now.getTime() + roomMs));
      return tx.unchanged(undefined);
    }
    await tx.sql`
      update webhook_delivery set attempts = attempts + 1, tried_at = ${tx.now}, status = null, why = null where id = ${deliveryId}`;
    const { kind, at, reference } = found;
    const url = await openAddress(ctx, tx, found);
    const service = tellsNothing(ctx, found) ? found.serviceCode : undefined;
    const id = `${found.caseId}_${found.seq}`;
    const { open } = sealedOf(ctx.keyring, found.webhookId, found.dataKey, 'secret');
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

/** Opens where a webhook leads; one registered before addresses were sealed is sealed with it. */
async function openAddress(
  { keyring }: DeskContext,
  { sql }: DeskTx,
  { webhookId, dataKey, url, urlSealed }: FoundDelivery,
): Promise<string> {
  const { seal, open } = sealedOf(keyring, webhookId, dataKey, 'address');
  if (urlSealed) return open(urlSealed);
  // Ended while it was looked at: nothing is sent there.
  if (url === null) return '';
  await sql`update webhook set url = null, url_sealed = ${seal(url)} where id = ${webhookId} and url is not null`;
  return url;
}

/** Counts what is being sent to an address and was not answered yet. */
async function countUnderWay(
  { sql, now }: DeskTx,
  webhookId: WebhookId,
  but: WebhookDeliveryId,
): Promise<number> {
  const since = new Date(now.getTime() - underWayMs);
  const [{ count }] = await sql<[{ count: number }]>`
    select count(*)::int as count from webhook_delivery
    where webhook_id = ${webhookId} and id <> ${but} and tried_at > ${since} and delivered_at is null and parked_at is null
      and status is null and why is null`;
  return count;
}

/** Tells whether that somebody asked for a service says nothing sensitive of them. */
function tellsNothing({ catalogue }: DeskContext, { serviceCode, serviceVersion }: FoundDelivery): boolean {
  const service = catalogue.find(serviceCode, serviceVersion);
  return service !== undefined && ![...service.sensitivityOf.values()].includes('sensitive');
}
