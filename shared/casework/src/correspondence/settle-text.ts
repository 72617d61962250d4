import { DeskError, type DraftId, hour, type Id, minute } from '@guichet/kernel';
import { type DeskTx, type Recorded, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { makeDueAgain } from '../outbox/make-due-again.ts';
import { once } from '../outbox/once.ts';
import { type Fate, isMore, type News } from './delivery-fate.ts';
import { providerNews } from './provider-status.ts';
import type { Outcome } from './settle-delivery.ts';

interface FoundText {
  id: Id<'text'>;
  draftId: DraftId;
  attempt: number;
  fate: Fate | null;
  createdAt: Date;
}

/** A link is of use while the person waits for it. Unit: milliseconds. */
const triedForMaxMs = hour;
const waitMs = 2 * minute;

/**
 * Writes what became of an attempt to send a text message; `later` makes the job due again, within the hour.
 *
 * Guarantee: the fate, the effect's ledger row and the event are one transaction; a second settling changes nothing; the provider's
 *   own news, quicker than ours, stays; the telephone is forgotten once the message will not be sent again.
 * Errors: not-found.
 */
export async function settleText(
  ctx: DeskContext,
  outboxId: string,
  textId: Id<'text'>,
  outcome: Outcome,
): Promise<void> {
  return transact<undefined>(ctx, 'reply.deliver', async (tx) => {
    const [found] = await tx.sql<[FoundText?]>`
      select id, draft_id, attempt, fate, created_at from text_message where id = ${textId} for update`;
    if (!found) throw new DeskError('not-found', 'not-found', { detail: 'no such text message' });
    const isTooLate = tx.now.getTime() - found.createdAt.getTime() > triedForMaxMs;
    if (outcome.kind === 'later' && !isTooLate) {
      if (found.fate !== null) return tx.unchanged(undefined);
      await settle(tx, found, { fate: 'later', detail: outcome.why });
      const dueAt = outcome.retryAt ?? new Date(tx.now.getTime() + waitMs);
      await makeDueAgain(tx, outboxId, dueAt);
      return tx.unchanged(undefined);
    }
    const news =
      outcome.kind === 'sent'
        ? { fate: outcome.kind, ...(outcome.providerId && { providerId: outcome.providerId }) }
        : {
            fate: outcome.kind === 'later' ? ('bounced' as const) : outcome.kind,
            detail: outcome.why,
          };
    const done = await once(tx, outboxId, 'correspondence.send-text', () => settle(tx, found, news));
    // Marked unsure meanwhile: what is known now is more.
    if (done.value.kind === 'already' && found.fate === 'unsure') await settle(tx, found, news);
    return tx.unchanged(undefined);
  });
}

/**
 * Takes the provider's later news of a text message: delivered, failed. Gives whether it changed anything.
 *
 * Guarantee: what is final stays; news in any order, or repeated, ends the same; news of nothing of ours changes nothing.
 */
export async function settleTextByProvider(
  ctx: DeskContext,
  { providerId, textId, status }: { providerId: string; textId: Id<'text'>; status: string },
): Promise<boolean> {
  return transact<boolean>(ctx, 'reply.deliver', async (tx) => {
    const news = providerNews(status);
    if (!news) return tx.unchanged(false);
    const [found] = await tx.sql<[FoundText?]>`
      select id, draft_id, attempt, fate, created_at from text_message
      where id = ${textId} and (provider_id is null or provider_id = ${providerId}) for update`;
    return found ? settle(tx, found, { ...news, providerId }) : tx.unchanged(false);
  });
}

async function settle(tx: DeskTx, text: FoundText, news: News): Promise<Recorded<boolean>> {
  const { fate, detail, providerId } = news;
  const isNews = isMore(fate, text.fate);
  const isOver = isNews && fate !== 'later';
  await tx.sql`
    update text_message set fate = ${isNews ? fate : text.fate}, provider_id = coalesce(provider_id, ${providerId ?? null}),
      detail = case when ${isNews} then ${detail ?? null} else detail end, settled_at = case when ${isNews} then ${tx.now} else settled_at end,
      data_key = case when ${isOver} then null else data_key end, sealed = case when ${isOver} then null else sealed end
    where id = ${text.id}`;
  if (!isNews) return tx.unchanged(false);
  const kind = `draft.link-${fate === 'later' ? 'postponed' : fate}`;
  const data = { textId: text.id, attempt: text.attempt };
  return tx.record({ subject: { kind: 'draft', id: text.draftId }, kind, data }, true);
}
