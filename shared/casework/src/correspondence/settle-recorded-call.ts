import { day, DeskError, hour, minute } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { makeDueAgain } from '../outbox/make-due-again.ts';
import { once } from '../outbox/once.ts';
import { claimableForMs } from './note-recorded-call.ts';
import type { RecordedCallId } from './recorded-call-id.ts';

/** A recording that waits to be fetched is looked for again after this. Unit: milliseconds. */
const lookAgainMs = 6 * hour;
/** One that was erased may be there before the provider says so: it is tried again after this. Unit: milliseconds. */
const tryAgainMs = minute;
/** What is still left so long after its call will not leave by itself: a person must see it, beside its fetching. Unit: milliseconds. */
const lookedForMs = 5 * day;

export interface LookedThrough {
  /** Recordings deleted at the provider. */
  cleared: number;
  /** Whether the provider keeps others still. */
  isLeft: boolean;
  /** Those that the caller erased and that were seen to go now. */
  gone?: readonly string[];
}

/**
 * Writes down that a call's recordings were looked through: the call is forgotten, or looked at again later.
 *
 * Guarantee: forgotten only when the provider keeps none of its recordings and tells of none any more; once a job.
 * Errors: invalid — some are left for days, and nothing was deleted now.
 */
export async function settleRecordedCall(
  ctx: DeskContext,
  outboxId: string,
  id: RecordedCallId,
  { cleared, isLeft, gone = [] }: LookedThrough,
): Promise<void> {
  await transact(ctx, 'evidence.keep', async (tx) => {
    const [row] = await tx.sql<[{ toldAt: Date; isErasedLeft: boolean }?]>`
      update recorded_call set gone = gone || ${gone} where id = ${id}
      returning told_at, not erased <@ gone as is_erased_left`;
    const subject = { kind: 'phone', id } as const;
    if (cleared > 0) await tx.note({ subject, kind: 'recordings.cleared', data: { cleared } });
    const now = tx.now.getTime();
    const quietAt = (row?.toldAt.getTime() ?? 0) + claimableForMs;
    const triedAt = row?.isErasedLeft ? Math.min(quietAt, now + tryAgainMs) : quietAt;
    const againAt = quietAt > now ? triedAt : isLeft ? now + lookAgainMs : undefined;
    if (row && isLeft && cleared === 0 && now - row.toldAt.getTime() > lookedForMs)
      throw new DeskError('invalid', 'recordings-stay', { detail: id });
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
