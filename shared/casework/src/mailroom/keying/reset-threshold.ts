import { type ContentKind, contentKinds } from '@guichet/catalogue';
import { DeskError } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';

/**
 * Takes the threshold of a kind of content back to the reader's own, for a reader that was mended.
 *
 * Guarantee: samples of before no longer count; repeating is harmless.
 * Errors: not-found — no such kind of content.
 */
export async function resetThreshold(ctx: DeskContext, content: string): Promise<void> {
  if (!contentKinds.includes(content as ContentKind)) throw new DeskError('not-found', 'not-found');
  return transact(ctx, 'desk.supervise', async (tx) => {
    const by = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    const reset = await tx.sql`
      update reading_threshold set confidence_min = 0, since = ${tx.now}, raised_at = null, set_by = ${by}
      where content = ${content} and confidence_min > 0`;
    if (reset.count === 0 || by === null) return tx.unchanged(undefined);
    return tx.record(
      { subject: { kind: 'staff', id: by }, kind: 'reading.threshold-reset', data: { content } },
      undefined,
    );
  });
}
