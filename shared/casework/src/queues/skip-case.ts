import { DeskError, newId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { lockCase } from '../cases/lock-case.ts';
import { dueAt } from '../clocks/due.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { enqueue } from '../cases/enqueue.ts';

/** Why a case taken is passed on. Who has an interest in it never gets it again. */
export const skipWhys = [
  'conflict-of-interest',
  'not-my-skill',
  'colleague-knows',
  'no-time',
  'other',
] as const;
export type SkipWhy = (typeof skipWhys)[number];

export interface SkipCase {
  reference: string;
  why: string;
  /** Up to 500 characters; needed with `other`. Sealed with the case's key. */
  words?: string;
}

const wordsMax = 500;

/**
 * Puts a case back in the queue for somebody else, with the reason.
 *
 * Guarantee: not offered to the same person before the end of the next worked day, never where they have an interest in it;
 *   repeating is harmless. Gives whether it was this call.
 * Errors: not-found; conflict — it is closed or waits for the person; not-allowed — the actor does not hold it; invalid — no reason, or no
 *   words where the reason needs them.
 */
export async function skipCase(ctx: DeskContext, input: SkipCase): Promise<boolean> {
  return transact(ctx, 'case.skip', async (tx) => {
    const why = skipWhys.find((one) => one === input.why);
    const words = input.words?.trim() ?? '';
    if (why === undefined) throw new DeskError('invalid', 'skip-why-missing');
    if ((why === 'other' && words.length < 3) || words.length > wordsMax)
      throw new DeskError('invalid', 'skip-words-missing', { params: { max: wordsMax } });
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const { staffId } = ctx.actor;
    const found = await lockCase(tx, input.reference);
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (found.heldBy === null) return tx.unchanged(false);
    if (found.heldBy !== staffId) throw new DeskError('not-allowed', 'not-held');
    if (found.pausedAt !== null) throw new DeskError('conflict', 'case-paused');
    const id = newId<'skip'>();
    const until =
      why === 'conflict-of-interest'
        ? null
        : dueAt(tx.now, { amount: 1, unit: 'business-days' }, ctx.closures?.known);
    const sealed =
      words === ''
        ? null
        : unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey).seal(`skip:${id}`, words);
    await tx.sql`
      insert into case_skip (id, case_id, staff_id, why, sealed, skipped_at, until)
      values (${id}, ${found.id}, ${staffId}, ${why}, ${sealed}, ${tx.now}, ${until})`;
    await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = 'skipped' where case_id = ${found.id} and ended_at is null`;
    await enqueue(tx, found.id);
    return tx.record({ subject: { kind: 'case', id: found.id }, kind: 'case.skipped', data: { why } }, true);
  });
}
