import { DeskError, type Id, type LetterId, minute } from '@guichet/kernel';
import { readAs } from '../../audit/read-as.ts';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { Outcome } from '../../correspondence/settle-delivery.ts';
import { makeDueAgain } from '../../outbox/make-due-again.ts';
import { once } from '../../outbox/once.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import type { AnswerPurpose, LetterAnswer } from './write-answer.ts';

export type LetterAnswerId = Id<'letter-answer'>;

/**
 * Gives the worker what to send by e-mail to who sent a letter, and writes down that it is tried; undefined when there is nothing to send.
 *
 * Guarantee: an attempt that left no fate behind is marked unsure, never repeated blindly.
 */
export async function prepareAnswer(
  ctx: DeskContext,
  outboxId: string,
  answerId: LetterAnswerId,
): Promise<LetterAnswer | undefined> {
  return transact<LetterAnswer | undefined>(ctx, 'reply.deliver', async (tx) => {
    const [done] = await tx.sql`select 1 from effect where outbox_id = ${outboxId}`;
    if (done) return tx.unchanged(undefined);
    const { fate, answer, letterId } = await openAnswer(ctx, tx, { id: answerId });
    const subject = { kind: 'letter', id: letterId } as const;
    const [last] = await tx.sql<[{ kind: string }?]>`
      select kind from event where subject_id = ${letterId} and kind in ('letter.answer-tried', 'letter.answer-later')
        and data @> ${tx.sql.json({ answerId })} order by seq desc limit 1`;
    const wasTried = last?.kind === 'letter.answer-tried';
    if (fate === null && answer.to.way === 'email' && !wasTried)
      return tx.record({ subject, kind: 'letter.answer-tried', data: { answerId } }, answer);
    await once(tx, outboxId, 'correspondence.answer-letter', async () => {
      if (fate !== null || !wasTried) return tx.unchanged(undefined);
      await tx.sql`update letter_answer set fate = 'unsure', settled_at = ${tx.now} where id = ${answerId}`;
      return tx.record({ subject, kind: 'letter.answer-unsure', data: { answerId } }, undefined);
    });
    return tx.unchanged(undefined);
  });
}

const laterMs = 10 * minute;

/** Writes how sending ended; what the mail server put off is tried again. Guarantee: once an outbox row. */
export async function settleAnswer(
  ctx: DeskContext,
  outboxId: string,
  answerId: LetterAnswerId,
  outcome: Outcome,
): Promise<void> {
  const fate = outcome.kind;
  await transact(ctx, 'reply.deliver', async (tx) => {
    const { letterId } = await openAnswer(ctx, tx, { id: answerId });
    const fact = {
      subject: { kind: 'letter', id: letterId },
      kind: `letter.answer-${fate}`,
      data: { answerId },
    } as const;
    if (fate === 'later') {
      await makeDueAgain(tx, outboxId, new Date(tx.now.getTime() + laterMs));
      return tx.record(fact, undefined);
    }
    await once(tx, outboxId, 'correspondence.answer-letter', async () => {
      await tx.sql`
        update letter_answer set fate = ${fate}, settled_at = ${tx.now} where id = ${answerId} and fate is null`;
      return tx.record(fact, undefined);
    });
    return tx.unchanged(undefined);
  });
}

/** What is printed for who sent a letter, and how it ended: nothing while it waits to be printed. */
export interface AnswerToPrint {
  answer: LetterAnswer;
  fate: string | null;
}

/** Gives staff what to print for who sent a letter, as often as they look; leaves the event that says who had it. Errors: not-found; gone */
export async function readAnswerToPrint(
  ctx: DeskContext,
  letterId: LetterId,
  purpose: AnswerPurpose,
): Promise<AnswerToPrint> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const { id, answer, fate } = await openAnswer(ctx, tx, { letterId, purpose });
    return tx.record(
      {
        subject: { kind: 'letter', id: letterId },
        kind: 'letter.answer-read-to-print',
        data: { answerId: id },
      },
      { answer, fate },
    );
  });
}

/** Writes down that an answer by post was printed. Guarantee: once; one by e-mail stays as it is. Errors: not-found; gone */
export async function markAnswerPrinted(
  ctx: DeskContext,
  letterId: LetterId,
  purpose: AnswerPurpose,
): Promise<void> {
  await transact(ctx, 'mailroom.settle', async (tx) => {
    const { id, answer, fate } = await openAnswer(ctx, tx, { letterId, purpose });
    if (answer.to.way !== 'letter' || fate !== null) return tx.unchanged(undefined);
    await tx.sql`update letter_answer set fate = 'printed', settled_at = ${tx.now} where id = ${id}`;
    return tx.record(
      { subject: { kind: 'letter', id: letterId }, kind: 'letter.answer-printed', data: { answerId: id } },
      undefined,
    );
  });
}

export interface AnswerWaiting {
  letterId: LetterId;
  purpose: AnswerPurpose;
  writtenAt: Date;
}

/** Lists the answers by post that nobody said were printed, oldest first, at most `limit`. No personal data, so no event. */
export function listAnswersToPrint(ctx: DeskContext, limit = 100): Promise<AnswerWaiting[]> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const rows = await sql<AnswerWaiting[]>`
      select letter_id, purpose, written_at from letter_answer where way = 'letter' and settled_at is null
      order by written_at, id limit ${limit}`;
    return [...rows];
  });
}

type Which = { id: LetterAnswerId } | { letterId: LetterId; purpose: AnswerPurpose };

async function openAnswer(ctx: DeskContext, tx: DeskTx, which: Which) {
  const isIt =
    'id' in which
      ? tx.sql`a.id = ${which.id}`
      : tx.sql`a.letter_id = ${which.letterId} and a.purpose = ${which.purpose}`;
  const [row] = await tx.sql<
    [{ id: LetterAnswerId; letterId: LetterId; fate: string | null; sealed: Buffer; dataKey: Buffer | null }?]
  >`
    select a.id, a.letter_id, a.fate, a.sealed, l.data_key from letter_answer a join letter l on l.id = a.letter_id
    where ${isIt} for update of a`;
  if (!row) throw new DeskError('not-found', 'no-such-letter');
  const { sealed, dataKey, ...facts } = row;
  const key = unwrapDataKey(ctx.keyring, `letter:${row.letterId}`, dataKey);
  return { ...facts, answer: key.open('answer', sealed) as LetterAnswer };
}
