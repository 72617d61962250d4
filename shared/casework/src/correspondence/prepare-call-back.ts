import { DeskError, type Language, minute } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { callableFrom } from '../clocks/calling-hours.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import type { CallAttemptId, CallAttemptState } from './list-call-attempts.ts';
import type { CallBackContent } from './request-call-back.ts';

export type PreparedCallBack =
  | { kind: 'call'; phone: string; language: Language; line: number }
  /** Nothing to do: made before, its fate unsure, or asked for so long ago that nobody waits by the telephone. */
  | { kind: 'already' | 'unsure' | 'too-late' };

interface Found {
  taskId: string;
  line: number;
  askedAt: Date;
  startedAt: Date | null;
  state: CallAttemptState;
  doneAt: Date | null;
  dataKey: Buffer | null;
  sealed: Buffer | null;
}

/** Who asked for a call waits by the telephone no longer. */
const waitsMs = 5 * minute;

/**
 * Notes that an attempt to call a person begins, and gives whom to call.
 *
 * Guarantee: an attempt that began and left no news (its worker died between asking the provider and saving) is marked
 *   `unsure` for staff to see, and never made again.
 * Errors: not-found.
 */
export async function prepareCallBack(
  ctx: DeskContext,
  outboxId: string,
  attemptId: CallAttemptId,
): Promise<PreparedCallBack> {
  return transact<PreparedCallBack>(ctx, 'reply.deliver', async (tx) => {
    const [found] = await tx.sql<[Found?]>`
      select a.task_id, a.line, a.asked_at, a.started_at, a.state, t.done_at, t.data_key, t.sealed
      from call_attempt a join task t on t.id = a.task_id where a.id = ${attemptId} for update of a`;
    if (!found) throw new DeskError('not-found', 'no-such-attempt', { detail: attemptId });
    const end = async (kind: 'already' | 'unsure' | 'too-late', state?: CallAttemptState) => {
      await once(tx, outboxId, 'correspondence.call-back', async () => {
        if (state === undefined) return tx.unchanged(undefined);
        await tx.sql`update call_attempt set state = ${state}, detail = ${kind}, settled_at = ${tx.now} where id = ${attemptId}`;
        return tx.record(
          { subject: { kind: 'task', id: found.taskId }, kind: `call-back.${state}`, data: { attemptId } },
          undefined,
        );
      });
      return tx.unchanged<PreparedCallBack>({ kind });
    };
    if (found.state !== 'asked') return end('already');
    if (found.startedAt !== null) return end('unsure', 'unsure');
    const isLate = tx.now.getTime() - found.askedAt.getTime() > waitsMs || callableFrom(tx.now) !== undefined;
    if (isLate || found.doneAt !== null || found.sealed === null) return end('too-late', 'failed');
    const key = unwrapDataKey(ctx.keyring, `task:${found.taskId}`, found.dataKey);
    const { phone, language } = key.open('content', found.sealed) as CallBackContent;
    if (phone === undefined) return end('too-late', 'failed');
    await tx.sql`update call_attempt set started_at = ${tx.now} where id = ${attemptId}`;
    return tx.unchanged({ kind: 'call', phone, language, line: found.line });
  });
}
