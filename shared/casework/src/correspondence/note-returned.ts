import type { ReplyWay } from '@guichet/catalogue';
import {
  type CaseId,
  type DeliveryId,
  DeskError,
  type PostingId,
  type Reference,
  type ReplyId,
} from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { askForAddress } from './ask-for-address.ts';
import { type Fate, settleFate } from './delivery-fate.ts';
import { tellAnotherWay } from './tell-another-way.ts';

/** What the carrier wrote on an envelope that came back. */
export const returnedWhys = ['moved', 'unknown', 'insufficient', 'refused', 'unclaimed', 'unstated'] as const;
export type ReturnedWhy = (typeof returnedWhys)[number];

/** Letters to this address would come back as this one did. */
const addressFails: readonly ReturnedWhy[] = ['moved', 'unknown', 'insufficient', 'unstated'];

export type Returned =
  | { kind: 'returned'; reference: Reference; told: ReplyWay | undefined }
  /** Came back before: nothing is doubled. The reason is written when there was none yet. */
  | { kind: 'already'; reference: Reference; returnedAt: Date; why: ReturnedWhy }
  /** Still in the house, by what is known: it was never handed over to the post. */
  | { kind: 'not-posted'; reference: Reference };

interface Found {
  caseId: CaseId;
  reference: Reference;
  team: string;
  deliveryId: DeliveryId;
  fate: Fate | null;
  replyId: ReplyId;
  postedAt: Date | null;
  returnedAt: Date | null;
  returnedWhy: ReturnedWhy | null;
}

/**
 * Writes that something posted came back: its delivery failed, and the person is told another way, or staff are asked to find
 * an address.
 *
 * Guarantee: once a posting; the person is told once that it came back, however often its envelope is scanned; no further letter
 *   goes to an address that fails until it is corrected.
 * Errors: not-found — none, or another team's; invalid — no such reason.
 */
export async function noteReturned(ctx: DeskContext, id: PostingId, why: ReturnedWhy): Promise<Returned> {
  return transact<Returned>(ctx, 'mail.return', async (tx) => {
    if (!returnedWhys.includes(why)) throw new DeskError('invalid', 'returned-why-missing');
    const found = await lockPosting(tx, id);
    const { caseId, reference, postedAt, returnedAt, returnedWhy } = found;
    const subject = { kind: 'case', id: caseId } as const;
    if (postedAt === null) return tx.unchanged({ kind: 'not-posted', reference });
    if (returnedAt !== null && returnedWhy !== null) {
      const already = { kind: 'already', reference, returnedAt, why: returnedWhy } as const;
      if (returnedWhy !== 'unstated' || why === 'unstated') return tx.unchanged(already);
      await tx.sql`update letter_print set returned_why = ${why} where id = ${id}`;
      await tx.sql`update delivery set detail = ${why} where id = ${found.deliveryId} and detail = 'unstated'`;
      return tx.record(
        { subject, kind: 'reply.returned-why', data: { postingId: id, why } },
        { ...already, why },
      );
    }
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`
      update letter_print set returned_at = ${tx.now}, returned_by = ${staffId}, returned_why = ${why} where id = ${id}`;
    await settleFate(tx, { id: found.deliveryId, fate: found.fate }, { fate: 'returned', detail: why });
    if (addressFails.includes(why))
      await tx.sql`update cases set address_failed_at = ${tx.now} where id = ${caseId} and address_failed_at is null`;
    const told = await tellAnotherWay(ctx, tx, found.replyId, postedAt);
    if (told === undefined) await askForAddress(tx, found);
    return tx.record(
      {
        subject,
        kind: 'reply.returned',
        data: { postingId: id, deliveryId: found.deliveryId, why, told: told ?? null },
      },
      { kind: 'returned', reference, told },
    );
  });
}

/** Locks the case too: two people who scan one envelope do it one after the other. */
async function lockPosting(tx: DeskTx, id: PostingId): Promise<Found> {
  const [found] = await tx.sql<[Found?]>`
    select p.case_id, c.reference, c.team, p.delivery_id, d.fate, d.reply_id, p.posted_at, p.returned_at, p.returned_why
    from letter_print p join cases c on c.id = p.case_id join delivery d on d.id = p.delivery_id
    where p.id = ${id} for update of p, c`;
  if (!found) throw new DeskError('not-found', 'no-such-letter');
  return found;
}
