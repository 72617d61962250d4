import type { DraftId, EvidenceId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

const pageMax = 100;

/**
 * Deletes drafts past their life, with the originals that became part of no case. Gives how many.
 *
 * Guarantee: an original that a case keeps is kept; the key goes in the same transaction as the draft, the bytes right after,
 *   so that what a crash leaves behind can't be opened.
 */
export async function expireDrafts(ctx: DeskContext): Promise<number> {
  let expired = 0;
  for (;;) {
    const { count, orphans } = await expirePage(ctx);
    for (const id of orphans) await ctx.evidence.destroy(id);
    expired += count;
    if (count < pageMax) return expired;
  }
}

function expirePage(ctx: DeskContext): Promise<{ count: number; orphans: EvidenceId[] }> {
  return transact(ctx, 'records.keep', async (tx) => {
    const due = await tx.sql<{ id: DraftId }[]>`
      select id from draft where expires_at < ${tx.now} order by expires_at, id limit ${pageMax} for update skip locked`;
    const ids = due.map(({ id }) => id);
    const orphans = await tx.sql<{ id: EvidenceId }[]>`
      update evidence set data_key = null where draft_id = any (${ids}::uuid[]) and case_id is null returning id`;
    await tx.sql`update evidence set draft_id = null where draft_id = any (${ids}::uuid[])`;
    await tx.sql`update task set draft_id = null where draft_id = any (${ids}::uuid[])`;
    await tx.sql`delete from draft where id = any (${ids}::uuid[])`;
    for (const id of ids) await tx.note({ subject: { kind: 'draft', id }, kind: 'draft.expired' });
    return tx.unchanged({ count: ids.length, orphans: orphans.map(({ id }) => id) });
  });
}
