import { day, DeskError } from '@guichet/kernel';
import { requirePerson } from '../../audit/require-person.ts';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { WebhookId } from './webhook-kinds.ts';
import { newSecret, sealedOf } from './webhook-secret.ts';

/** How long the secret before still signs beside the new one. */
export const bothSecretsMs = day;

/**
 * Gives a webhook another secret, told here once; what is sent is signed by both for a day, so that the other side changes over
 * without missing anything. Changed again within the day, the one that worked goes on signing and the one between is dropped.
 *
 * Errors: not-found; not-allowed — a key, or a team of it is not the actor's; gone — it ended.
 */
export function rotateSecret(ctx: DeskContext, id: WebhookId): Promise<string> {
  return transact(ctx, 'webhook.write', async (tx) => {
    requirePerson(ctx);
    const { dataKey, endedAt, isOwn } = await lockWebhook(tx, id);
    if (!isOwn) throw new DeskError('not-allowed', 'webhook-of-others');
    if (endedAt !== null) throw new DeskError('gone', 'webhook-ended');
    const secret = newSecret();
    const until = new Date(tx.now.getTime() + bothSecretsMs);
    await tx.sql`
      update webhook set previous_sealed = case when previous_until > ${tx.now} then previous_sealed else secret_sealed end, previous_until = ${until},
        secret_sealed = ${sealedOf(ctx.keyring, id, dataKey, 'secret').seal(secret)}
      where id = ${id}`;
    return tx.record({ subject: { kind: 'webhook', id }, kind: 'webhook.secret-changed' }, secret);
  });
}

/**
 * Ends a webhook: nothing more is sent, not what waits either, and nothing but the host of its address is kept. Safe to repeat. Gives whether it was this call.
 *
 * Errors: not-found; not-allowed — a team of it is not the actor's, and they do not answer for the whole body.
 */
export function endWebhook(ctx: DeskContext, id: WebhookId): Promise<boolean> {
  return transact(ctx, 'webhook.write', async (tx) => {
    const { endedAt } = await lockWebhook(tx, id);
    if (endedAt !== null) return tx.unchanged(false);
    await tx.sql`update webhook set ended_at = ${tx.now}, url = null, url_sealed = null where id = ${id}`;
    return tx.record({ subject: { kind: 'webhook', id }, kind: 'webhook.ended' }, true);
  });
}

interface Locked {
  dataKey: Buffer;
  endedAt: Date | null;
  /** All its teams are the actor's. */
  isOwn: boolean;
}

/** Locks a webhook that the actor may change; what they see and may not change, they are told of. */
async function lockWebhook(tx: DeskTx, id: WebhookId): Promise<Locked> {
  const [row] = await tx.sql<[Locked?]>`
    select data_key, ended_at, teams <@ actor_own_teams() as is_own from webhook where id = ${id} for update`;
  if (row) return row;
  const [seen] = await tx.sql`select 1 from webhook where id = ${id}`;
  throw seen
    ? new DeskError('not-allowed', 'webhook-of-others')
    : new DeskError('not-found', 'no-such-webhook');
}
