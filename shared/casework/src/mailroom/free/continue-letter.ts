import { DeskError, type LetterId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import type { StoredReading } from '../letter-reading.ts';
import { lockWaiting } from './lock-waiting.ts';
import { readingsTogether } from './reading-parts.ts';

/**
 * Says that a letter goes on the one before it in its batch: its pages are put behind that one's, and it is settled as part of it.
 *
 * Guarantee: every page keeps its identity, picture and text; the letter's row and history stay; of a form of ours the pages
 *   that follow it may be put behind it, never a form behind something else.
 * Errors: not-found; conflict — either is settled, or keyed once; invalid — it is a form, or nothing that waits stands before it.
 */
export async function continueLetter(ctx: DeskContext, letterId: LetterId): Promise<LetterId> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const [[at], actor] = [
      await tx.sql<
        [{ batchId: string; position: number }?]
      >`select batch_id, position from letter where id = ${letterId}`,
      ctx.actor,
    ];
    if (!at) throw new DeskError('not-found', 'no-such-letter');
    const [before] = await tx.sql<[{ id: LetterId }?]>`
      select id from letter
      where batch_id = ${at.batchId} and position < ${at.position} and settled_as is distinct from 'part-of'
      order by position desc limit 1`;
    if (!before) throw new DeskError('invalid', 'no-letter-before');
    // In the order of their places, so that two people who do this at once wait for each other.
    const first = await lockWaiting(tx, before.id);
    const second = await lockWaiting(tx, letterId);
    if (second.serviceCode !== null) throw new DeskError('invalid', 'no-letter-before');
    const [key, ownKey] = [first, second].map((one) =>
      unwrapDataKey(ctx.keyring, `letter:${one.id}`, one.dataKey),
    );
    const held = key?.open('reading', first.sealed) as StoredReading;
    const own = ownKey?.open('reading', second.sealed) as StoredReading;
    const together =
      key?.seal('reading', readingsTogether(held, own, first.serviceCode !== null)) ?? first.sealed;
    const pages = held.pageReasons.length;
    await tx.sql`update letter set sealed = ${together} where id = ${first.id}`;
    await tx.sql`
      update batch_page set letter_id = ${first.id} where evidence_id in (
        select id from evidence where letter_id = ${letterId} and kind = 'page')`;
    await tx.sql`
      update evidence set letter_id = ${first.id}, page = page + ${pages} where letter_id = ${letterId} and kind = 'page'`;
    await tx.sql`
      update letter set settled_at = ${tx.now}, settled_by = ${actor.kind === 'staff' ? actor.staffId : null},
        settled_as = 'part-of', part_of = ${first.id} where id = ${letterId}`;
    await tx.note({
      subject: { kind: 'letter', id: letterId },
      kind: 'letter.put-behind',
      data: { letterId: first.id, pages: own.pageReasons.length },
    });
    return tx.record(
      {
        subject: { kind: 'letter', id: first.id },
        kind: 'letter.continued',
        data: { by: letterId, from: pages + 1 },
      },
      first.id,
    );
  });
}
