import { DeskError, type LetterId, minute } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { Outcome } from '../../correspondence/settle-delivery.ts';
import { makeDueAgain } from '../../outbox/make-due-again.ts';
import { once } from '../../outbox/once.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import type { LetterAnswer } from '../set-letter-aside.ts';

/**
 * Gives the worker an answer to send by e-mail, and writes down that it is tried; undefined when there is nothing to send.
 *
 * Guarantee: an attempt that left no fate behind is marked unsure, never repeated blindly.
 */
export async function prepareAnswer(
  ctx: DeskContext,
  outboxId: string,
  letterId: LetterId,
): Promise<LetterAnswer | undefined> {
  return transact<LetterAnswer | undefined>(ctx, 'reply.deliver', async (tx) => {
    const [done] = await tx.sql`select 1 from effect where outbox_id = ${outboxId}`;
    if (done) return tx.unchanged(undefined);
    const { fate, answer } = await openAnswer(ctx, tx, letterId);
    const [last] = await tx.sql<[{ kind: string }?]>`
      select kind from event where subject_id = ${letterId} and kind in ('letter.answer-tried', 'letter.answer-later')
      order by seq desc limit 1`;
    const tried = last?.kind === 'letter.answer-tried';
    if (fate !== null || answer.to.way !== 'email' || tried) {
      await once(tx, outboxId, 'correspondence.answer-letter', async () => {
        if (fate === null && tried) {
          await tx.sql`update letter_answer set fate = 'unsure', settled_at = ${tx.now} where letter_id = ${letterId}`;
          return tx.record(
            { subject: { kind: 'letter', id: letterId }, kind: 'letter.answer-unsure' },
            undefined,
          );
        }
        return tx.unchanged(undefined);
      });
      return tx.unchanged(undefined);
    }
    return tx.record(
      { subject: { kind: 'letter', id: letterId }, kind: 'letter.answer-tried', data: { outboxId } },
      answer,
    );
  });
}

const laterMs = 10 * minute;

/** Writes how sending an answer ended; what the mail server put off is tried again. Guarantee: once an outbox row. */
export async function settleAnswer(
  ctx: DeskContext,
  outboxId: string,
  letterId: LetterId,
  outcome: Outcome,
): Promise<void> {
  const fate = outcome.kind;
  if (fate === 'later') {
    return transact(ctx, 'reply.deliver', async (tx) => {
      await makeDueAgain(tx, outboxId, new Date(tx.now.getTime() + laterMs));
      return tx.record({ subject: { kind: 'letter', id: letterId }, kind: 'letter.answer-later' }, undefined);
    });
  }
  await transact(ctx, 'reply.deliver', (tx) =>
    once(tx, outboxId, 'correspondence.answer-letter', async () => {
      await tx.sql`
        update letter_answer set fate = ${fate}, settled_at = ${tx.now} where letter_id = ${letterId} and fate is null`;
      return tx.record(
        { subject: { kind: 'letter', id: letterId }, kind: `letter.answer-${fate}` },
        undefined,
      );
    }),
  );
}

/** Gives staff the answer to a letter, to print it; leaves the event that says who had it. Errors: not-found; gone */
export async function readAnswerToPrint(ctx: DeskContext, letterId: LetterId): Promise<LetterAnswer> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const { answer, fate } = await openAnswer(ctx, tx, letterId);
    if (answer.to.way === 'letter' && fate === null)
      await tx.sql`update letter_answer set fate = 'printed', settled_at = ${tx.now} where letter_id = ${letterId}`;
    return tx.record(
      { subject: { kind: 'letter', id: letterId }, kind: 'letter.answer-read-to-print' },
      answer,
    );
  });
}

async function openAnswer(ctx: DeskContext, tx: DeskTx, letterId: LetterId) {
  const [row] = await tx.sql<[{ fate: string | null; sealed: Buffer; dataKey: Buffer | null }?]>`
    select a.fate, a.sealed, l.data_key from letter_answer a join letter l on l.id = a.letter_id
    where a.letter_id = ${letterId} for update of a`;
  if (!row) throw new DeskError('not-found', 'no-such-letter');
  const key = unwrapDataKey(ctx.keyring, `letter:${letterId}`, row.dataKey);
  return { fate: row.fate, answer: key.open('answer', row.sealed) as LetterAnswer };
}
