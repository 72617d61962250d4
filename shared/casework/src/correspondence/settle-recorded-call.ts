import { hour } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { makeDueAgain } from '../outbox/make-due-again.ts';
import { once } from '../outbox/once.ts';
import { claimableForMs } from './note-recorded-call.ts';
import type { RecordedCallId } from './recorded-call-id.ts';

/** A recording that waits to be fetched is looked for again after this. Unit: milliseconds. */
const lookAgainMs = 6 * hour;

export interface LookedThrough {
  /** Recordings deleted at the provider. */
  cleared: number;
  /** Whether the provider keeps others still. */
  isLeft: boolean;
}

/**
 * Writes down that a call's recordings were looked through: the call is forgotten, or looked at again later.
 *
 * Guarantee: forgotten only when the provider keeps none of its recordings and tells of none any more; once a job.
 */
export async function settleRecordedCall(
  ctx: DeskContext,
  outboxId: string,
  id: RecordedCallId,
  { cleared, isLeft }: LookedThrough,
): Promise<void> {
  await transact(ctx, 'evidence.keep', async (tx) => {
    const [row] = await tx.sql<[{ toldAt: Date }?]>`
      select told_at from recorded_call where id = ${id} for update`;
    const subject = { kind: 'phone', id } as const;
    if (cleared > 0) await tx.note({ subject, kind: 'recordings.cleared', data: { cleared } });
    const quietAt = (row?.toldAt.getTime() ?? 0) + claimableForMs;
    const againAt =
      quietAt > tx.now.getTime() ? quietAt : isLeft ? tx.now.getTime() + lookAgainMs : undefined;
    if (row && againAt !== undefined) {
      await makeDueAgain(tx, outboxId, new Date(againAt));
      return tx.unchanged(undefined);
    }
    return once(tx, outboxId, 'correspondence.clear-recordings', async () => {
      await tx.sql`delete from recorded_call where id = ${id}`;
      return tx.unchanged(undefined);
    });
  });
}
