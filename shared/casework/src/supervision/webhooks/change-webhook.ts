import { day, DeskError } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { WebhookId } from './webhook-kinds.ts';
import { newSecret, secretsOf } from './webhook-secret.ts';

/** How long the secret before still signs beside the new one. */
export const bothSecretsMs = day;

/**
 * Gives a webhook another secret, told here once; what is sent is signed by both for a day, so that the other side changes over
 * without missing anything.
 *
 * Errors: not-found — none, or of other teams; gone — it ended.
 */
export function rotateSecret(ctx: DeskContext, id: WebhookId): Promise<string> {
  return transact(ctx, 'webhook.write', async (tx) => {
    const { dataKey } = await lockWebhook(tx, id);
    const secret = newSecret();
    const until = new Date(tx.now.getTime() + bothSecretsMs);
    await tx.sql`
      update webhook set previous_sealed = secret_sealed, previous_until = ${until},
        secret_sealed = ${secretsOf(ctx.keyring, id, dataKey).seal(secret)}
      where id = ${id}`;
    return tx.record({ subject: { kind: 'webhook', id }, kind: 'webhook.secret-changed' }, secret);
  });
}

/** Ends a webhook: nothing more is sent, not what waits either. Safe to repeat. Gives whether it was this call. Errors: not-found */
export function endWebhook(ctx: DeskContext, id: WebhookId): Promise<boolean> {
  return transact(ctx, 'webhook.write', async (tx) => {
    const ended = await tx.sql`
      update webhook set ended_at = ${tx.now} where id = ${id} and ended_at is null`;
    if (ended.count > 0) return tx.record({ subject: { kind: 'webhook', id }, kind: 'webhook.ended' }, true);
    const [known] = await tx.sql`select 1 from webhook where id = ${id}`;
    if (!known) throw new DeskError('not-found', 'no-such-webhook');
    return tx.unchanged(false);
  });
}

async function lockWebhook(tx: DeskTx, id: WebhookId): Promise<{ dataKey: Buffer }> {
  const [row] = await tx.sql<[{ dataKey: Buffer; endedAt: Date | null }?]>`
    select data_key, ended_at from webhook where id = ${id} for update`;
  if (!row) throw new DeskError('not-found', 'no-such-webhook');
  if (row.endedAt !== null) throw new DeskError('gone', 'webhook-ended');
  return row;
}
