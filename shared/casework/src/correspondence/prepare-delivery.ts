import type { AddressValue, ReplyWay } from '@guichet/catalogue';
import {
  type CaseId,
  type DeliveryId,
  DeskError,
  type Language,
  newId,
  type Reference,
  type ReplyId,
} from '@guichet/kernel';
import { type DeskTx, type Recorded, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import type { CalendarEvent, ReplyContent, ReplyPurpose } from '../cases/write-reply.ts';
import { makeDueAgain } from '../outbox/make-due-again.ts';
import { once } from '../outbox/once.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { isAllowedNumber, type OutboundRules } from './count-outbound-call.ts';
import { countReplyCall } from './count-reply-call.ts';
import { type Fate, settleFate } from './delivery-fate.ts';
import { askForAddress } from './ask-for-address.ts';
import { findRecipientOf, isHeld } from './find-recipient.ts';
import { freeHeldReplies } from './free-held-replies.ts';
import { leadAround } from './lead-around.ts';
import { refusesTexts } from './text-refusal.ts';

/** What a channel needs to tell a person, opened for this one attempt. */
export type ToSay = {
  deliveryId: DeliveryId;
  caseId: CaseId;
  purpose: ReplyPurpose;
  language: Language;
  reference: Reference;
  /** The service's name in the person's language. */
  service: string;
  words: string;
  /** A question that goes with a form: its service and questions, and what was typed beside them. */
  form?: { code: string; version: number; asks: readonly string[]; said?: string };
  event?: CalendarEvent;
} & (
  | { way: 'email'; email: string }
  | { way: 'sms' | 'voice'; phone: string }
  | { way: 'letter'; name: string; address: AddressValue }
);

export type Prepared =
  | { kind: 'say'; say: ToSay }
  /** Nothing to hand over now: told before, kept for pick-up, held until an address is typed, of unsure fate, not to be told this way. */
  | { kind: 'already' | 'awaiting-pickup' | 'held' | 'unsure' | 'not-asked' | 'refused' }
  /** A call at an hour or beyond a count that the rules refuse: its job is due again when they allow it. */
  | { kind: 'postponed' };

interface FoundReply {
  caseId: CaseId;
  purpose: ToSay['purpose'];
  way: ReplyWay;
  language: Language;
  sealed: Buffer;
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  team: string;
  replySealed: Buffer | null;
  toSealed: Buffer | null;
  addressFailedAt: Date | null;
  dataKey: Buffer | null;
}
type LastAttempt = { id: DeliveryId; attempt: number; fate: Fate | null };

/** After these a new attempt was asked for on purpose. */
const repeatable: readonly Fate[] = ['later', 'bounced', 'returned', 'withdrawn'];

/**
 * Writes down an attempt to tell a person before it is made, and gives what to say.
 *
 * Guarantee: an attempt that left no fate behind (its worker died between sending and saving) is never repeated blindly: it
 *   is marked `unsure` for a person to see. A letter is ours until it is printed, so its attempt is taken up again. A call
 *   that tells a reply keeps the hours, the prefixes and the counts of every call of the desk, and waits for them.
 * Errors: not-found; gone — the data was destroyed.
 */
export async function prepareDelivery(
  ctx: DeskContext,
  outboxId: string,
  replyId: ReplyId,
  rules: OutboundRules,
): Promise<Prepared> {
  return transact<Prepared>(ctx, 'reply.deliver', async (tx) => {
    await lockCase(tx, replyId);
    // Asked once the case is locked: before, what another run of this job was writing did not show.
    const [done] = await tx.sql`select 1 from effect where outbox_id = ${outboxId}`;
    if (done) return tx.unchanged({ kind: 'already' });
    const found = await findReply(tx, replyId);
    const subject = { kind: 'case', id: found.caseId } as const;
    const end = async (kind: Exclude<Prepared['kind'], 'say'>, work: () => Promise<Recorded<undefined>>) => {
      await once(tx, outboxId, 'correspondence.send', work);
      return tx.unchanged<Prepared>({ kind });
    };
    const last = await lastAttempt(tx, replyId);
    if (last && last.fate === null && found.way !== 'letter') {
      await settleFate(tx, last, { fate: 'unsure' });
      const data = { replyId, deliveryId: last.id, way: found.way };
      return end('unsure', () => tx.record({ subject, kind: 'reply.unsure', data }, undefined));
    }
    if (last && last.fate !== null && !repeatable.includes(last.fate))
      return end('already', async () => tx.unchanged(undefined));
    if (found.way === 'none') return end('not-asked', async () => tx.unchanged(undefined));

    const key = unwrapDataKey(ctx.keyring, `case:${found.caseId}`, found.dataKey);
    if (found.way === 'letter' && found.addressFailedAt !== null) {
      const led = await leadAround(ctx, tx, { ...found, id: replyId }, key);
      if (led === undefined)
        return end('held', () =>
          tx.record({ subject, kind: 'reply.held', data: { replyId, way: found.way } }, undefined),
        );
      Object.assign(found, led);
    }
    const recipient = findRecipientOf(key, { ...found, id: replyId }, found.replySealed);
    if (isHeld(recipient))
      return end('held', async () =>
        (await freeHeldReplies(tx, found.caseId, found.way))
          ? tx.unchanged(undefined)
          : tx.record({ subject, kind: 'reply.held', data: { replyId, way: found.way } }, undefined),
      );
    const attempt = last?.fate === null ? last.attempt : (last?.attempt ?? 0) + 1;
    const deliveryId = last?.fate === null ? last.id : newId<'delivery'>();
    const limit =
      recipient.way === 'voice' ? await countReplyCall(ctx, tx, outboxId, recipient.phone, rules) : undefined;
    if (limit && 'opensAt' in limit) {
      const data = { replyId, way: found.way, why: limit.why };
      return (await postpone(tx, outboxId, limit.opensAt)) && !(await isTold(tx, found.caseId, data))
        ? tx.record<Prepared>({ subject, kind: 'reply.postponed', data }, { kind: 'postponed' })
        : tx.unchanged<Prepared>({ kind: 'postponed' });
    }
    const refused =
      limit?.why === 'none'
        ? 'calls-switched-off'
        : limit || (recipient.way === 'sms' && !isAllowedNumber(recipient.phone, rules.prefixes))
          ? 'number-not-allowed'
          : recipient.way === 'sms' && (await refusesTexts(tx.sql, ctx.keyring, recipient.phone))
            ? 'texts-refused'
            : null;
    const isPickup = recipient.way === 'pickup' || recipient.way === 'none';
    await tx.sql`
      insert into delivery (id, reply_id, case_id, attempt, way, started_at, fate, detail, settled_at)
      values (${deliveryId}, ${replyId}, ${found.caseId}, ${attempt}, ${found.way}, ${tx.now},
        ${refused ? 'bounced' : isPickup ? 'awaiting-pickup' : null}, ${refused}, ${refused || isPickup ? tx.now : null})
      on conflict (id) do nothing`;
    const data = { replyId, deliveryId, attempt, way: found.way };
    if (refused && found.toSealed !== null) await askForAddress(tx, found);
    if (refused) return end('refused', () => tx.record({ subject, kind: 'reply.bounced', data }, undefined));
    if (isPickup)
      return end('awaiting-pickup', () =>
        tx.record({ subject, kind: 'reply.awaiting-pickup', data }, undefined),
      );
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    const { words, asks, said, event } = key.open(`reply:${replyId}`, found.sealed) as ReplyContent;
    const { caseId, purpose, language, reference } = found;
    const say = {
      deliveryId,
      caseId,
      purpose,
      language,
      reference,
      service: service?.definition.name[language] ?? found.serviceCode,
      words,
      ...(event === undefined ? {} : { event }),
      ...(asks === undefined
        ? {}
        : {
            form: {
              code: found.serviceCode,
              version: found.serviceVersion,
              asks,
              ...(said === undefined ? {} : { said }),
            },
          }),
      ...recipient,
    } satisfies ToSay;
    return tx.record<Prepared>({ subject, kind: 'reply.attempted', data }, { kind: 'say', say });
  });
}

/** Puts the job off; a copy of it that runs meanwhile finds it put off already. */
async function postpone(tx: DeskTx, outboxId: string, dueAt: Date): Promise<boolean> {
  const [due] = await tx.sql`select 1 from outbox where id = ${outboxId} and due_at <= ${tx.now} for update`;
  if (due) await makeDueAgain(tx, outboxId, dueAt);
  return due !== undefined;
}

/** A reply that waits again for what it waited for before is no news. */
async function isTold(tx: DeskTx, caseId: CaseId, data: Record<string, string>): Promise<boolean> {
  const [told] = await tx.sql`
    select 1 from event where subject_id = ${caseId} and kind = 'reply.postponed' and data @> ${tx.sql.json(data)} limit 1`;
  return told !== undefined;
}

/** Locks the case, so that two workers prepare one after the other, each with what the one before wrote. */
async function lockCase(tx: DeskTx, replyId: ReplyId): Promise<void> {
  await tx.sql`
    select 1 from cases where id = (select case_id from reply where id = ${replyId}) for update`;
}

async function findReply(tx: DeskTx, replyId: ReplyId): Promise<FoundReply> {
  const [found] = await tx.sql<[FoundReply?]>`
    select r.case_id, r.purpose, r.way, r.language, r.sealed, r.to_sealed, c.reference, c.service_code, c.service_version, c.team,
      c.reply_sealed, c.address_failed_at, c.data_key
    from reply r join cases c on c.id = r.case_id where r.id = ${replyId}`;
  if (!found) throw new DeskError('not-found', 'no-such-reply', { detail: replyId });
  return found;
}

async function lastAttempt(tx: DeskTx, replyId: ReplyId): Promise<LastAttempt | undefined> {
  const [last] = await tx.sql<[LastAttempt?]>`
    select id, attempt, fate from delivery where reply_id = ${replyId} order by attempt desc limit 1`;
  return last;
}
