import { DeskError } from '@guichet/kernel';
import { requirePerson } from '../../audit/require-person.ts';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { newDataKey } from '../../privacy/case-key.ts';
import { type WebhookId, type WebhookKind, webhookKinds, type WebhookRules } from './webhook-kinds.ts';
import { webhookAddress } from './webhook-address.ts';
import { newSecret, sealedOf, webhookOwner } from './webhook-secret.ts';

export interface MakeWebhook {
  /** Made when the page is drawn: the same press twice is one webhook. */
  id: WebhookId;
  /** `https`, up to 500 characters, without a name or password in it. */
  url: string;
  kinds: readonly string[];
  /** Of the actor's own; absent means all of them. */
  teams?: readonly string[];
}

export type MadeWebhook = { kind: 'made'; secret: string } | { kind: 'already' };

/**
 * Registers an address that is told of events of the actor's teams, and gives the secret that signs what is sent, once.
 *
 * Guarantee: once an id; secret and address are sealed; what was before is not told.
 * Errors: invalid — no address that may be told, no kind, or a team that is not the actor's.
 * Source: Standard Webhooks 1.0; OWASP ASVS 5.0 §13.2.4
 */
export function makeWebhook(ctx: DeskContext, input: MakeWebhook, rules: WebhookRules): Promise<MadeWebhook> {
  return transact<MadeWebhook>(ctx, 'webhook.write', async (tx) => {
    requirePerson(ctx);
    const { actor } = ctx;
    if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const url = webhookAddress(input.url, rules);
    if (!url) throw new DeskError('invalid', 'webhook-url');
    const kinds = webhookKinds.filter((kind) => input.kinds.includes(kind));
    if (kinds.length === 0 || kinds.length < new Set(input.kinds).size)
      throw new DeskError('invalid', 'webhook-kinds');
    const teams = [...new Set(input.teams ?? actor.teams)].toSorted();
    if (teams.length === 0 || !teams.every((team) => actor.teams.includes(team)))
      throw new DeskError('invalid', 'webhook-teams');
    const { wrapped } = newDataKey(ctx.keyring, webhookOwner(input.id));
    const secret = newSecret();
    const sealed = (field: 'secret' | 'address') => sealedOf(ctx.keyring, input.id, wrapped, field);
    const made = await tx.sql`
      insert into webhook (id, host, url_sealed, kinds, teams, data_key, secret_sealed, made_at, made_by)
      values (${input.id}, ${url.host}, ${sealed('address').seal(url.href)}, ${kinds as WebhookKind[]}::text[], ${teams}::text[],
        ${wrapped}, ${sealed('secret').seal(secret)}, ${tx.now}, ${actor.staffId})
      on conflict (id) do nothing`;
    if (made.count === 0) return tx.unchanged({ kind: 'already' });
    return tx.record(
      {
        subject: { kind: 'webhook', id: input.id },
        kind: 'webhook.made',
        data: { host: url.host, kinds, teams },
      },
      { kind: 'made', secret },
    );
  });
}
