import { DeskError, type Id, type LetterId, minute } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { Outcome } from '../../correspondence/settle-delivery.ts';
import { makeDueAgain } from '../../outbox/make-due-again.ts';
import { once } from '../../outbox/once.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import type { LetterAnswer } from './write-answer.ts';

export type LetterAnswerId = Id<'letter-answer'>;

/**
 * Gives the worker what to send to who sent a letter, and writes down that it is tried; undefined when there is nothing to send.
 *
 * Guarantee: an e-mail that left no fate behind is marked unsure, never repeated blindly. A letter is ours until it is posted, so it
 *   is written again.
 */
export async function prepareAnswer(
  ctx: DeskContext,
  outboxId: string,
  answerId: LetterAnswerId,
): Promise<LetterAnswer | undefined> {
  return transact<LetterAnswer | undefined>(ctx, 'reply.deliver', async (tx) => {
    const [done] = await tx.sql`select 1 from effect where outbox_id = ${outboxId}`;
    if (done) return tx.unchanged(undefined);
    const { fate, answer, letterId } = await openAnswer(ctx, tx, answerId);
    if (fate === null && answer.to.way === 'letter') return tx.unchanged(answer);
    const subject = { kind: 'letter', id: letterId } as const;
    const [last] = await tx.sql<[{ kind: string }?]>`
      select kind from event where subject_id = ${letterId} and kind in ('letter.answer-tried', 'letter.answer-later')
        and data @> ${tx.sql.json({ answerId })} order by seq desc limit 1`;
    const wasTried = last?.kind === 'letter.answer-tried';
    if (fate === null && !wasTried)
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
    const { letterId } = await openAnswer(ctx, tx, answerId);
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

async function openAnswer(ctx: DeskContext, tx: DeskTx, id: LetterAnswerId) {
  const [row] = await tx.sql<
    [{ letterId: LetterId; fate: string | null; sealed: Buffer; dataKey: Buffer | null }?]
  >`
    select a.letter_id, a.fate, a.sealed, l.data_key from letter_answer a join letter l on l.id = a.letter_id
    where a.id = ${id} for update of a`;
  if (!row) throw new DeskError('not-found', 'no-such-letter');
  const { sealed, dataKey, ...facts } = row;
  const key = unwrapDataKey(ctx.keyring, `letter:${row.letterId}`, dataKey);
  return { ...facts, answer: key.open('answer', sealed) as LetterAnswer };
}
