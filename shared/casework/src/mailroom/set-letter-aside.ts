import { DeskError, type LetterId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { refuseClaimed } from './claim-letter.ts';
import { type LetterAnswer, writeAnswer } from './free/write-answer.ts';

/** Why a letter is not for us: kept and counted, so that the causes are known. */
export const asideWhys = ['other-body', 'advertising', 'twice', 'no-sender', 'unreadable', 'other'] as const;
export type AsideWhy = (typeof asideWhys)[number];

export interface SetAside {
  why?: AsideWhy;
  answer?: LetterAnswer;
}

/**
 * Settles a letter as not for us, with its reason and what is answered to who sent it; its pages stay as evidence.
 *
 * Guarantee: repeating is harmless, the answer is written and staged once, in the same transaction.
 * Errors: not-found; conflict — it became a case, went on another letter, or is being confirmed; invalid — an answer without words or a recipient.
 */
export async function setLetterAside(
  ctx: DeskContext,
  letterId: LetterId,
  { why, answer }: SetAside = {},
): Promise<void> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const [letter] = await tx.sql<[{ settledAs: string | null; dataKey: Buffer }?]>`
      select settled_as, data_key from letter where id = ${letterId} for update`;
    if (!letter) throw new DeskError('not-found', 'no-such-letter');
    if (letter.settledAs === 'not-for-us') return tx.unchanged(undefined);
    if (letter.settledAs !== null) throw new DeskError('conflict', 'letter-settled');
    await refuseClaimed(tx, letterId);
    const by = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`
      update letter set settled_at = ${tx.now}, settled_by = ${by}, settled_as = 'not-for-us', aside_why = ${why ?? null}
      where id = ${letterId}`;
    if (answer !== undefined)
      await writeAnswer(ctx, tx, { id: letterId, dataKey: letter.dataKey }, 'not-for-us', answer);
    return tx.record(
      {
        subject: { kind: 'letter', id: letterId },
        kind: 'letter.set-aside',
        data: { ...(why ? { why } : {}), ...(answer ? { answered: answer.to.way } : {}) },
      },
      undefined,
    );
  });
}
