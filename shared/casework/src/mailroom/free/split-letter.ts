import { DeskError, type LetterId, newId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { newDataKey, unwrapDataKey } from '../../privacy/case-key.ts';
import type { StoredReading } from '../letter-reading.ts';
import { lockWaiting } from './lock-waiting.ts';
import { readingOfPages } from './reading-parts.ts';

export interface SplitLetter {
  letterId: LetterId;
  /** The page, from 1, with which another letter begins; never the first. */
  page: number;
}

/**
 * Says that from one page on it is another letter: those pages become a letter of their own, right behind, in the same batch.
 *
 * Guarantee: every page keeps its identity, picture and text, and is in exactly one of the two; nobody else's letter moves.
 * Errors: not-found; conflict — it is settled, or keyed once; invalid — no such page, the first one, or a form of ours.
 */
export async function splitLetter(ctx: DeskContext, { letterId, page }: SplitLetter): Promise<LetterId> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const letter = await lockWaiting(tx, letterId);
    const key = unwrapDataKey(ctx.keyring, `letter:${letterId}`, letter.dataKey);
    const reading = key.open('reading', letter.sealed) as StoredReading;
    const pages = reading.pageReasons.length;
    if (letter.serviceCode !== null || !Number.isInteger(page) || page < 2 || page > pages)
      throw new DeskError('invalid', 'no-letter-begins-there');
    const id = newId<'letter'>();
    const { wrapped, key: newKey } = newDataKey(ctx.keyring, `letter:${id}`);
    await makeRoom(tx.sql, letter);
    await tx.sql`
      insert into letter (id, batch_id, position, deposited_on, data_key, sealed, read_at)
      values (${id}, ${letter.batchId}, ${letter.position + 1}, ${letter.depositedOn}, ${wrapped},
        ${newKey.seal('reading', readingOfPages(reading, page, pages))}, ${letter.readAt})`;
    await tx.sql`
      update letter set sealed = ${key.seal('reading', readingOfPages(reading, 1, page - 1))} where id = ${letterId}`;
    await tx.sql`
      update batch_page set letter_id = ${id} where evidence_id in (
        select id from evidence where letter_id = ${letterId} and kind = 'page' and page >= ${page})`;
    await tx.sql`
      update evidence set letter_id = ${id}, page = page - ${page - 1}
      where letter_id = ${letterId} and kind = 'page' and page >= ${page}`;
    await tx.note({
      subject: { kind: 'letter', id },
      kind: 'letter.begun',
      data: { from: letterId, page, pages: pages - page + 1 },
    });
    return tx.record(
      { subject: { kind: 'letter', id: letterId }, kind: 'letter.split', data: { page, into: id } },
      id,
    );
  });
}

type Sql = Parameters<Parameters<typeof transact>[2]>[0]['sql'];

/** Moves the letters behind by one place; by way of places that no letter has, since no two may ever share one. */
async function makeRoom(
  sql: Sql,
  { batchId, position }: { batchId: string; position: number },
): Promise<void> {
  await sql`update letter set position = -position - 1 where batch_id = ${batchId} and position > ${position}`;
  await sql`update letter set position = -position where batch_id = ${batchId} and position < 0`;
}
