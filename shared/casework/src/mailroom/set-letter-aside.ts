import { DeskError, type LetterId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** Settles a letter as not for us; its pages stay as evidence. Guarantee: repeating is harmless. Errors: not-found; conflict — it became a case. */
export async function setLetterAside(ctx: DeskContext, letterId: LetterId): Promise<void> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const [letter] = await tx.sql<
      [{ settledAs: string | null }?]
    >`select settled_as from letter where id = ${letterId} for update`;
    if (!letter) throw new DeskError('not-found', 'no-such-letter');
    if (letter.settledAs === 'case') throw new DeskError('conflict', 'letter-settled');
    if (letter.settledAs !== null) return tx.unchanged(undefined);
    const by = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`update letter set settled_at = ${tx.now}, settled_by = ${by}, settled_as = 'not-for-us' where id = ${letterId}`;
    return tx.record({ subject: { kind: 'letter', id: letterId }, kind: 'letter.set-aside' }, undefined);
  });
}
