import type { ReplyWay } from '@guichet/catalogue';
import {
  type CaseId,
  type DeliveryId,
  DeskError,
  type Id,
  type LetterId,
  type PostingId,
  type Reference,
  type ReplyId,
} from '@guichet/kernel';
import { type DeskTx, type Recorded, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { askForAddress } from './ask-for-address.ts';
import { type Fate, settleFate } from './delivery-fate.ts';
import { subjectOfPosting } from './posting-parts.ts';
import { tellAnotherWay } from './tell-another-way.ts';
import { withdrawQueued } from './withdraw-queued.ts';

/** What the carrier wrote on an envelope that came back. */
export const returnedWhys = ['moved', 'unknown', 'insufficient', 'refused', 'unclaimed', 'unstated'] as const;
export type ReturnedWhy = (typeof returnedWhys)[number];

/** Letters to this address would come back as this one did. */
const addressFails: readonly ReturnedWhy[] = ['moved', 'unknown', 'insufficient', 'unstated'];

export type Returned =
  | {
      kind: 'returned';
      reference: Reference;
      told: ReplyWay | undefined;
      /** Letters to the same address that had not left yet, and do not any more. */
      withdrawn: number;
    }
  /** An answer to who sent a letter that no case holds; one that is still to be asked waits for a person again. */
  | { kind: 'answer-returned'; letterId: LetterId; isToAskAgain: boolean }
  /** Came back before: nothing is doubled. The reason is written when there was none yet. */
  | { kind: 'already'; reference: Reference | null; returnedAt: Date; why: ReturnedWhy }
  /** Still in the house, by what is known: it was never handed over to the post. */
  | { kind: 'not-posted'; reference: Reference | null };

interface Found {
  postedAt: Date | null;
  returnedAt: Date | null;
  returnedWhy: ReturnedWhy | null;
  reference: Reference | null;
  caseId: CaseId | null;
  letterId: LetterId | null;
  ofCase: OfCase | undefined;
  answer: { id: Id<'letter-answer'>; purpose: string; letterId: LetterId } | undefined;
}

interface OfCase {
  caseId: CaseId;
  reference: Reference;
  team: string;
  deliveryId: DeliveryId;
  fate: Fate | null;
  replyId: ReplyId;
}

/**
 * Writes that something posted came back: its delivery failed, and the person is told another way, or staff are asked to find
 * an address.
 *
 * Guarantee: once a posting; the person is told once that it came back, however often its envelope is scanned; no further letter
 *   goes to an address that fails until it is corrected, and none that waits in the print queue or in a batch leaves for it.
 * Errors: not-found — none, or another team's; invalid — no such reason.
 */
export async function noteReturned(ctx: DeskContext, id: PostingId, why: ReturnedWhy): Promise<Returned> {
  return transact<Returned>(ctx, 'mail.return', async (tx) => {
    if (!returnedWhys.includes(why)) throw new DeskError('invalid', 'returned-why-missing');
    const found = await lockPosting(tx, id);
    const { reference, postedAt, returnedAt, returnedWhy } = found;
    const subject = subjectOfPosting(found);
    if (postedAt === null) return tx.unchanged({ kind: 'not-posted', reference });
    if (returnedAt !== null && returnedWhy !== null) {
      const already = { kind: 'already', reference, returnedAt, why: returnedWhy } as const;
      if (returnedWhy !== 'unstated' || why === 'unstated') return tx.unchanged(already);
      await tx.sql`update letter_print set returned_why = ${why} where id = ${id}`;
      if (found.ofCase)
        await tx.sql`update delivery set detail = ${why} where id = ${found.ofCase.deliveryId} and detail = 'unstated'`;
      return tx.record(
        { subject, kind: 'reply.returned-why', data: { postingId: id, why } },
        { ...already, why },
      );
    }
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`
      update letter_print set returned_at = ${tx.now}, returned_by = ${staffId}, returned_why = ${why} where id = ${id}`;
    if (found.answer) return answerReturned(tx, id, found.answer, why);
    const { ofCase } = found;
    if (!ofCase) throw new DeskError('broken', 'fault', { detail: `posting ${id} is of nothing` });
    const { caseId, deliveryId } = ofCase;
    await settleFate(tx, { id: deliveryId, fate: ofCase.fate }, { fate: 'returned', detail: why });
    const fails = addressFails.includes(why);
    if (fails)
      await tx.sql`update cases set address_failed_at = ${tx.now} where id = ${caseId} and address_failed_at is null`;
    const told = await tellAnotherWay(ctx, tx, ofCase.replyId, postedAt);
    if (told === undefined) await askForAddress(tx, ofCase);
    const withdrawn = fails ? await withdrawQueued(tx, caseId) : 0;
    return tx.record(
      {
        subject,
        kind: 'reply.returned',
        data: { postingId: id, deliveryId, why, told: told ?? null, withdrawn },
      },
      { kind: 'returned', reference: ofCase.reference, told, withdrawn },
    );
  });
}

/** What was asked of who sent a letter never reached them: the letter waits for a person again, who may write elsewhere. */
async function answerReturned(
  tx: DeskTx,
  id: PostingId,
  { id: answerId, purpose, letterId }: NonNullable<Found['answer']>,
  why: ReturnedWhy,
): Promise<Recorded<Returned>> {
  await tx.sql`update letter_answer set fate = 'returned', settled_at = ${tx.now} where id = ${answerId}`;
  const { count } =
    purpose === 'missing'
      ? await tx.sql`update letter set asked_at = null where id = ${letterId} and settled_at is null`
      : { count: 0 };
  return tx.record(
    {
      subject: { kind: 'letter', id: letterId },
      kind: 'letter.answer-returned',
      data: { postingId: id, answerId, why },
    },
    { kind: 'answer-returned', letterId, isToAskAgain: count > 0 },
  );
}

/** Locks the case too: two people who scan one envelope do it one after the other. */
async function lockPosting(tx: DeskTx, id: PostingId): Promise<Found> {
  const [posting] = await tx.sql<
    [
      (Omit<Found, 'ofCase' | 'answer' | 'reference' | 'letterId'> & {
        answerId: Id<'letter-answer'> | null;
      })?,
    ]
  >`
    select case_id, answer_id, posted_at, returned_at, returned_why from letter_print where id = ${id} for update`;
  if (!posting) throw new DeskError('not-found', 'no-such-letter');
  const [ofCase] = await tx.sql<[OfCase?]>`
    select p.case_id, c.reference, c.team, p.delivery_id, d.fate, d.reply_id
    from letter_print p join cases c on c.id = p.case_id join delivery d on d.id = p.delivery_id
    where p.id = ${id} for no key update of c`;
  const [answer] = await tx.sql<[NonNullable<Found['answer']>?]>`
    select id, purpose, letter_id from letter_answer where id = ${posting.answerId} for update`;
  const letterId = answer?.letterId ?? null;
  return { ...posting, letterId, reference: ofCase?.reference ?? null, ofCase, answer };
}
