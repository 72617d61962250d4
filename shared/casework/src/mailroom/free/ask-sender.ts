import { DeskError, type DraftNumber, type LetterId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { lockWaiting } from './lock-waiting.ts';
import { type LetterAnswer, writeAnswer } from './write-answer.ts';

/**
 * Asks who sent a letter without a form for what it does not say; what was typed of it is kept, and it waits for their answer.
 * `number` is the one by which they may go on at another door.
 *
 * Guarantee: asked once, however often it is pressed; question and mark are one transaction; the day it was posted stays.
 * Errors: not-found; conflict — it is settled, or keyed once; invalid — a form, without words or a recipient.
 */
export async function askSender(
  ctx: DeskContext,
  { letterId, number, question }: { letterId: LetterId; number: DraftNumber; question: LetterAnswer },
): Promise<void> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const letter = await lockWaiting(tx, letterId);
    if (letter.serviceCode !== null) throw new DeskError('invalid', 'answer-without-recipient');
    if (!(await writeAnswer(ctx, tx, letter, 'missing', question))) return tx.unchanged(undefined);
    await tx.sql`update letter set asked_at = ${tx.now}, asked_number = ${number} where id = ${letterId}`;
    return tx.record(
      {
        subject: { kind: 'letter', id: letterId },
        kind: 'letter.sender-asked',
        data: { way: question.to.way },
      },
      undefined,
    );
  });
}
