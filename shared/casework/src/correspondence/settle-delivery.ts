import type { ReplyWay } from '@guichet/catalogue';
import { type CaseId, type DeliveryId, DeskError, day, hour, minute, type ReplyId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { makeDueAgain } from '../outbox/make-due-again.ts';
import { once } from '../outbox/once.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { askForAddress } from './ask-for-address.ts';
import { uncountReplyCall } from './count-reply-call.ts';
import { type Fate, settleFate } from './delivery-fate.ts';
import { findRecipientOf } from './find-recipient.ts';
import { contactChannel, noteContact } from './note-contact.ts';

/** What a channel answers when it was handed a reply. */
export type Outcome =
  | { kind: 'sent'; providerId?: string }
  | { kind: 'bounced'; why: string }
  | { kind: 'later'; why: string; retryAt?: Date }
  /** Handed over perhaps: never tried again by itself. */
  | { kind: 'unsure'; why: string };

interface FoundDelivery {
  id: DeliveryId;
  caseId: CaseId;
  attempt: number;
  way: ReplyWay;
  fate: Fate | null;
  repliedAt: Date;
  startedAt: Date;
  team: string;
  replyId: ReplyId;
  toSealed: Buffer | null;
  replySealed: Buffer | null;
  dataKey: Buffer | null;
}

/** How long after the first try, and the second…; the last one repeats. Unit: milliseconds. */
const waits = [minute, 5 * minute, 15 * minute, hour, 4 * hour];
/** A reply that no try could hand over for this long needs a person. */
const triedForMax = 3 * day;

/**
 * Writes what became of an attempt; `later` makes the job due again, as a new attempt.
 *
 * Guarantee: the fate, the effect's ledger row, the contact and the event are one transaction; a second settling of the same
 *   attempt changes nothing; an attempt called unsure meanwhile gets its true fate.
 * Errors: not-found.
 */
export async function settleDelivery(
  ctx: DeskContext,
  outboxId: string,
  deliveryId: DeliveryId,
  outcome: Outcome,
): Promise<Fate> {
  return transact<Fate>(ctx, 'reply.deliver', async (tx) => {
    const delivery = await findDelivery(tx, deliveryId);
    const subject = { kind: 'case', id: delivery.caseId } as const;
    const data = { deliveryId, way: delivery.way, attempt: delivery.attempt };
    const isTooLate = tx.now.getTime() - delivery.repliedAt.getTime() > triedForMax;
    if (outcome.kind === 'later' && !isTooLate) {
      if (!(await settleFate(tx, delivery, { fate: 'later', detail: outcome.why })))
        return tx.unchanged(delivery.fate ?? 'later');
      await uncount(ctx, tx, delivery);
      await postpone(tx, outboxId, delivery, outcome.retryAt);
      return tx.record({ subject, kind: 'reply.postponed', data: { ...data, why: outcome.why } }, 'later');
    }
    const fate: Fate = outcome.kind === 'later' ? 'bounced' : outcome.kind;
    const settle = async () => {
      const isNews = await settleFate(tx, delivery, {
        fate,
        ...(outcome.kind === 'sent'
          ? outcome.providerId !== undefined && { providerId: outcome.providerId }
          : { detail: outcome.why }),
      });
      if (!isNews) return tx.unchanged(fate);
      if (fate === 'bounced' && delivery.toSealed !== null) await askForAddress(tx, delivery);
      if (fate === 'sent') await noteContact(tx, delivery.caseId, contactChannel(delivery.way), 'reply');
      return tx.record({ subject, kind: `reply.${fate}`, data }, fate);
    };
    const first = await once(tx, outboxId, 'correspondence.send', settle);
    return first.value.kind === 'already' && delivery.fate === 'unsure' ? settle() : tx.unchanged(fate);
  });
}

async function findDelivery(tx: DeskTx, id: DeliveryId): Promise<FoundDelivery> {
  const [found] = await tx.sql<[FoundDelivery?]>`
    select d.id, d.case_id, d.attempt, d.way, d.fate, d.started_at, d.reply_id,
      r.created_at as replied_at, r.to_sealed, c.team, c.reply_sealed, c.data_key
    from delivery d join reply r on r.id = d.reply_id join cases c on c.id = d.case_id where d.id = ${id} for update of d`;
  if (!found) throw new DeskError('not-found', 'no-such-delivery', { detail: id });
  return found;
}

/** A provider that was away for an hour must not use up the calls of the day. */
async function uncount(ctx: DeskContext, tx: DeskTx, delivery: FoundDelivery): Promise<void> {
  const { caseId, way, dataKey, replySealed, startedAt, replyId, toSealed } = delivery;
  if (way !== 'voice' || dataKey === null) return;
  const key = unwrapDataKey(ctx.keyring, `case:${caseId}`, dataKey);
  const recipient = findRecipientOf(key, { id: replyId, way, toSealed }, replySealed);
  if ('phone' in recipient) await uncountReplyCall(ctx, tx, recipient.phone, startedAt);
}

async function postpone(tx: DeskTx, outboxId: string, { attempt }: FoundDelivery, retryAt?: Date) {
  const wait = waits[Math.min(attempt, waits.length) - 1] ?? minute;
  await makeDueAgain(tx, outboxId, retryAt ?? new Date(tx.now.getTime() + wait));
}
