import { DeskError, type DraftId, hour, type Id, minute } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import type { Outcome } from './settle-delivery.ts';

/** A link is of use while the person waits for it. Unit: milliseconds. */
const triedForMaxMs = hour;
const waitMs = 2 * minute;

/**
 * Writes what became of an attempt to send a text message; `later` makes the job due again, within the hour.
 *
 * Guarantee: the fate, the effect's ledger row and the event are one transaction; a second settling changes nothing.
 * Errors: not-found.
 */
export async function settleText(
  ctx: DeskContext,
  outboxId: string,
  textId: Id<'text'>,
  outcome: Outcome,
): Promise<void> {
  return transact<undefined>(ctx, 'reply.deliver', async (tx) => {
    const [found] = await tx.sql<
      [{ draftId: DraftId; attempt: number; fate: string | null; createdAt: Date }?]
    >`
      select draft_id, attempt, fate, created_at from text_message where id = ${textId} for update`;
    if (!found) throw new DeskError('not-found', 'not-found', { detail: 'no such text message' });
    if (found.fate !== null) return tx.unchanged(undefined);
    const isTooLate = tx.now.getTime() - found.createdAt.getTime() > triedForMaxMs;
    const fate = outcome.kind === 'later' && isTooLate ? 'bounced' : outcome.kind;
    const detail = outcome.kind === 'sent' ? null : outcome.why;
    const providerId = outcome.kind === 'sent' ? (outcome.providerId ?? null) : null;
    await tx.sql`
      update text_message set fate = ${fate}, detail = ${detail}, provider_id = coalesce(${providerId}, provider_id), settled_at = ${tx.now}
      where id = ${textId}`;
    const event = {
      subject: { kind: 'draft', id: found.draftId } as const,
      kind: fate === 'later' ? 'draft.link-postponed' : `draft.link-${fate}`,
      data: { textId, attempt: found.attempt },
    };
    if (outcome.kind === 'later' && fate === 'later') {
      const dueAt = outcome.retryAt ?? new Date(tx.now.getTime() + waitMs);
      await tx.sql`update outbox set due_at = ${dueAt}, enqueued_at = null where id = ${outboxId}`;
      return tx.record(event, undefined);
    }
    await once(tx, outboxId, 'correspondence.send-text', () => tx.record(event, undefined));
    return tx.unchanged(undefined);
  });
}
