import { DeskError, type Reference } from '@guichet/kernel';
import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';
import type { Tx } from '@guichet/platform';
import type { WebhookDeliveryId, WebhookId } from './webhook-kinds.ts';

export interface WebhookRow {
  id: WebhookId;
  /** Where it goes; the rest of the address may be a secret of the other side. */
  host: string;
  kinds: string[];
  teams: string[];
  madeAt: Date;
  madeBy: string;
  endedAt: Date | null;
  /** Until when the secret before signs too. */
  previousUntil: Date | null;
  /** All its teams are the actor's. */
  isOwn: boolean;
  /** The actor may end it. */
  mayEnd: boolean;
  /** Deliveries set aside after their last try. */
  parked: number;
}

export interface WebhookDelivery {
  id: WebhookDeliveryId;
  kind: string;
  at: Date;
  /** Null of another team's case. */
  reference: Reference | null;
  attempts: number;
  triedAt: Date | null;
  status: number | null;
  why: string | null;
  deliveredAt: Date | null;
  parkedAt: Date | null;
}

/** Lists the webhooks of the actor's teams, or all of them where they answer for the whole body: those that serve first, then the newest. No personal data, so no event. */
export function listWebhooks(ctx: DeskContext): Promise<WebhookRow[]> {
  return readAs(ctx, 'webhook.write', async (sql) => [...(await rows(sql))]);
}

/** Gives a webhook with its deliveries, at most 100: those set aside first, then the newest. Errors: not-found */
export function readWebhook(
  ctx: DeskContext,
  id: WebhookId,
): Promise<WebhookRow & { deliveries: WebhookDelivery[] }> {
  return readAs(ctx, 'webhook.write', async (sql) => {
    const [row] = await rows(sql, id);
    if (!row) throw new DeskError('not-found', 'no-such-webhook');
    const deliveries = await sql<WebhookDelivery[]>`
      select d.id, d.kind, d.at, c.reference, d.attempts, d.tried_at, d.status, d.why, d.delivered_at, d.parked_at
      from webhook_delivery d left join cases c on c.id = d.subject_id
      where d.webhook_id = ${id} order by d.parked_at is null, d.at desc, d.id desc limit 100`;
    return { ...row, deliveries: [...deliveries] };
  });
}

function rows(sql: Tx, only: WebhookId | null = null) {
  return sql<WebhookRow[]>`
    select w.id, coalesce(w.host, substring(w.url from '^[a-z]+://([^/?#]+)')) as host, w.kinds, w.teams, w.made_at, s.name as made_by, w.ended_at, w.previous_until,
      w.teams <@ actor_own_teams() as is_own, w.teams <@ actor_own_teams() or actor_answers_for_all() as may_end,
      (select count(*)::int from webhook_delivery d where d.webhook_id = w.id and d.parked_at is not null) as parked
    from webhook w join staff s on s.id = w.made_by where ${only}::uuid is null or w.id = ${only}
    order by w.ended_at is not null, w.made_at desc, w.id desc limit 100`;
}
