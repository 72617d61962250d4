import { type DeliveryId, DeskError, type Id, type PostingId, type PrintBatchId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type Fate, settleFate } from './delivery-fate.ts';
import { noteContact } from './note-contact.ts';
import { type PostingOwner, subjectOfPosting } from './posting-parts.ts';

/** Why a letter of a batch was not put in its envelope; it is printed again. */
export const spoiledWhys = ['torn', 'misprinted', 'misfolded', 'lost', 'held-back'] as const;
export type SpoiledWhy = (typeof spoiledWhys)[number];

export interface HandOverBatch {
  batchId: PrintBatchId;
  /** Envelopes counted as they were given away. */
  count: number;
  /** Who took them: a carrier or a post office. 2 to 100 characters. */
  handedTo: string;
  /** When; not before the batch was taken, nor in the future. Absent means now. */
  handedAt?: Date;
  spoiled: readonly { id: PostingId; why: SpoiledWhy }[];
}

export type HandedOver =
  | { kind: 'handed-over'; posted: number; spoiled: number }
  /** Handed over before: nothing was changed. */
  | { kind: 'already' }
  /** The envelopes counted are not the letters of the batch less the spoiled ones: nothing was changed. */
  | { kind: 'differs'; counted: number; expected: number };

interface Printed extends PostingOwner {
  id: PostingId;
  deliveryId: DeliveryId | null;
  answerId: Id<'letter-answer'> | null;
  fate: Fate | null;
}

/**
 * Writes that the envelopes of a batch were counted and given to the post: their letters are posted from that moment on.
 *
 * Guarantee: only by a count that is right, the spoiled ones named; these go back to be printed in another batch; once a batch.
 * Errors: not-found; invalid — no count, nobody named, a moment that can't be, or a letter that is not in the batch.
 */
export async function handOverBatch(ctx: DeskContext, input: HandOverBatch): Promise<HandedOver> {
  return transact<HandedOver>(ctx, 'print.mark', async (tx) => {
    const [batch] = await tx.sql<[{ number: number; takenAt: Date; handedAt: Date | null }?]>`
      select number, taken_at, handed_at from print_batch where id = ${input.batchId} for update`;
    if (!batch) throw new DeskError('not-found', 'no-such-print-batch');
    if (batch.handedAt !== null) return tx.unchanged({ kind: 'already' });
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const { count, handedTo, handedAt } = checked(input, batch.takenAt, tx.now);
    const letters = await tx.sql<Printed[]>`
      select p.id, p.case_id, p.delivery_id, d.fate, p.answer_id, a.letter_id
      from letter_print p left join delivery d on d.id = p.delivery_id left join letter_answer a on a.id = p.answer_id
      where p.batch_id = ${input.batchId} order by p.id for update of p`;
    const spoiled = new Map(input.spoiled.map(({ id, why }) => [id, why]));
    if ([...spoiled.keys()].some((id) => letters.every((letter) => letter.id !== id)))
      throw new DeskError('invalid', 'not-in-batch');
    const expected = letters.length - spoiled.size;
    if (count !== expected) return tx.unchanged({ kind: 'differs', counted: count, expected });
    await tx.sql`
      update print_batch set handed_at = ${handedAt}, handed_by = ${ctx.actor.staffId}, handed_to = ${handedTo}, handed_count = ${count}
      where id = ${input.batchId}`;
    for (const letter of letters) {
      const why = spoiled.get(letter.id);
      if (why === undefined) await post(tx, letter, batch.number, handedAt, ctx.actor.staffId);
      else await putBack(tx, letter, input.batchId, batch.number, why);
    }
    return tx.record(
      {
        subject: { kind: 'print-batch', id: input.batchId },
        kind: 'print-batch.handed-over',
        data: { number: batch.number, posted: expected, spoiled: spoiled.size },
      },
      { kind: 'handed-over', posted: expected, spoiled: spoiled.size },
    );
  });
}

function checked({ count, handedTo, handedAt = undefined }: HandOverBatch, takenAt: Date, now: Date) {
  if (!Number.isInteger(count) || count < 0) throw new DeskError('invalid', 'count-missing');
  const to = handedTo.trim();
  if (to.length < 2 || to.length > 100) throw new DeskError('invalid', 'handed-to-missing');
  const at = handedAt ?? now;
  // To the minute, as it is typed.
  if (Number.isNaN(at.getTime()) || at > now || at.getTime() < takenAt.getTime() - 60_000)
    throw new DeskError('invalid', 'handed-at-wrong');
  return { count, handedTo: to, handedAt: at };
}

async function post(tx: DeskTx, letter: Printed, batch: number, at: Date, staffId: string): Promise<void> {
  const { id, caseId, deliveryId, answerId } = letter;
  await tx.sql`update letter_print set posted_at = ${at}, printed_at = ${at}, printed_by = ${staffId} where id = ${id}`;
  if (deliveryId !== null)
    await settleFate(tx, { id: deliveryId, fate: letter.fate }, { fate: 'posted', at });
  if (answerId !== null)
    await tx.sql`update letter_answer set fate = 'posted', settled_at = ${at} where id = ${answerId}`;
  if (caseId !== null) await noteContact(tx, caseId, 'mail', 'reply', staffId, at);
  await tx.note({
    subject: subjectOfPosting(letter),
    kind: answerId === null ? 'reply.posted' : 'letter.answer-posted',
    data: { postingId: id, ...attemptOf(letter), batch, postedAt: at.toISOString() },
  });
}

/** What an event says the posting is an attempt of. */
function attemptOf({ deliveryId, answerId }: Printed) {
  return deliveryId === null ? { answerId } : { deliveryId };
}

async function putBack(
  tx: DeskTx,
  letter: Printed,
  batchId: PrintBatchId,
  batch: number,
  why: SpoiledWhy,
): Promise<void> {
  await tx.sql`update letter_print set batch_id = null where id = ${letter.id}`;
  await tx.sql`
    update print_batch_letter set spoiled_at = ${tx.now}, spoiled_why = ${why} where batch_id = ${batchId} and letter_print_id = ${letter.id}`;
  await tx.note({
    subject: subjectOfPosting(letter),
    kind: letter.answerId === null ? 'reply.spoiled' : 'letter.answer-spoiled',
    data: { postingId: letter.id, ...attemptOf(letter), batch, why },
  });
}
