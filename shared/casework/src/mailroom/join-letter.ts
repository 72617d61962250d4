import { DeskError, type LetterId, newId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import { endWaiting } from '../cases/end-waiting.ts';
import { type LockedCase, lockCase } from '../cases/lock-case.ts';
import type { DeskContext } from '../context.ts';
import { refuseClaimed } from './claim-letter.ts';

export interface JoinLetter {
  letterId: LetterId;
  /** Reference of the case, digits only. */
  reference: string;
}

/**
 * Puts the pages of a letter in a case that is there already: a document that followed by post, or an answer to a letter of ours.
 *
 * Guarantee: one letter, one case; repeating is harmless; a case that waited for the person waits no longer.
 * Errors: not-found — no such letter, or no such case of the actor's teams; conflict — the letter was settled otherwise, or another
 *   person is confirming it.
 */
export async function joinLetter(ctx: DeskContext, { letterId, reference }: JoinLetter): Promise<void> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const letter = await lockLetter(tx, letterId);
    const found = await lockCase(tx, reference);
    if (letter.settledAs === 'case' && letter.caseId === found.id) return tx.unchanged(undefined);
    if (letter.settledAs !== null) throw new DeskError('conflict', 'letter-settled');
    await refuseClaimed(tx, letterId);
    const pages = await joinPages(ctx, tx, letterId, found);
    return tx.record(
      { subject: { kind: 'case', id: found.id }, kind: 'case.document-received', data: { letterId, pages } },
      undefined,
    );
  });
}

/** Makes the pages of a locked letter part of a locked case, which waits no longer; tells how many they are. */
export async function joinPages(
  ctx: DeskContext,
  tx: DeskTx,
  letterId: LetterId,
  found: LockedCase,
): Promise<number> {
  const by = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
  await tx.sql`
    update letter set settled_at = ${tx.now}, settled_by = ${by}, settled_as = 'case', case_id = ${found.id} where id = ${letterId}`;
  const { count: pages } = await tx.sql`
    update evidence set case_id = ${found.id} where letter_id = ${letterId} and kind = 'page' and case_id is null`;
  await tx.sql`
    insert into contact (id, case_id, direction, channel, kind, at, staff_id)
    values (${newId()}, ${found.id}, 'in', 'mail', 'document', ${tx.now}, ${by})`;
  await tx.note({
    subject: { kind: 'letter', id: letterId },
    kind: 'letter.joined',
    data: { caseId: found.id },
  });
  if (found.closedAs === null && (await endWaiting(tx, found)))
    await tx.note({ subject: { kind: 'case', id: found.id }, kind: 'case.resumed' });
  return pages;
}

/** Locks a letter for the rest of the transaction. Errors: not-found */
export async function lockLetter(tx: DeskTx, id: LetterId) {
  const [letter] = await tx.sql<
    [{ settledAs: 'case' | 'not-for-us' | 'part-of' | null; caseId: string | null }?]
  >`
    select settled_as, case_id from letter where id = ${id} for update`;
  if (!letter) throw new DeskError('not-found', 'no-such-letter');
  return letter;
}
