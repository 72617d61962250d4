import { type CaseId, DeskError, newId, type TaskId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { attemptUnderWay } from './attempt-under-way.ts';
import { lockCounts, subjectsOf } from './call-counts.ts';
import { type CallRefusal, countOutboundCall, type OutboundRules } from './count-outbound-call.ts';
import { replyRingsUntil } from './count-reply-call.ts';
import type { CallAttemptId } from './list-call-attempts.ts';
import type { CallBackContent } from './request-call-back.ts';

export interface PlaceCallBack {
  taskId: TaskId;
  /** Which of the desk's telephones takes the call, from 0. */
  line: number;
  rules: OutboundRules;
}

export type PlacedCallBack =
  | { kind: 'asked' | 'under-way'; attemptId: CallAttemptId }
  | ({ kind: 'refused' } & CallRefusal)
  /** Somebody calls the same number about something else, or a reply is told to it. */
  | { kind: 'refused'; why: 'number-busy' };

interface FoundTask {
  kind: string;
  doneAt: Date | null;
  caseId: CaseId | null;
  dataKey: Buffer | null;
  sealed: Buffer | null;
}

/**
 * Writes an attempt to call a person back, and has it made.
 *
 * Guarantee: the attempt is there before anything rings; one call at a time for a task, however often it is asked, and for a number,
 *   however many asked to be called there, or are told a reply; a number, an hour or a count that the rules refuse is refused before anything is written.
 * Errors: not-found; conflict — the call-back is done, or it is no call-back.
 */
export async function placeCallBack(ctx: DeskContext, input: PlaceCallBack): Promise<PlacedCallBack> {
  const { taskId, line, rules } = input;
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  return transact<PlacedCallBack>(ctx, 'call.place', async (tx) => {
    const [task] = await tx.sql<[FoundTask?]>`
      select kind, done_at, case_id, data_key, sealed from task where id = ${taskId} for update`;
    if (!task) throw new DeskError('not-found', 'no-such-task');
    if (task.kind !== 'call-back' || task.doneAt !== null || task.sealed === null)
      throw new DeskError('conflict', 'task-done');
    const key = unwrapDataKey(ctx.keyring, `task:${taskId}`, task.dataKey);
    const { phone } = key.open('content', task.sealed) as CallBackContent;
    if (phone === undefined) return tx.unchanged({ kind: 'refused', why: 'number' });
    await lockCounts(tx);
    const [phoneHash] = subjectsOf(ctx, phone);
    const underWay = await attemptUnderWay(tx, { taskId });
    if (underWay) return tx.unchanged({ kind: 'under-way', attemptId: underWay });
    if ((await attemptUnderWay(tx, { phoneHash })) || (await replyRingsUntil(ctx, tx, phone)))
      return tx.unchanged({ kind: 'refused', why: 'number-busy' });
    const refusal = await countOutboundCall(ctx, tx, phone, rules);
    if (refusal) return tx.unchanged({ kind: 'refused', ...refusal });
    const attemptId: CallAttemptId = newId<'call-attempt'>();
    await tx.sql`
      insert into call_attempt (id, task_id, staff_id, phone_hash, line, asked_at, state)
      values (${attemptId}, ${taskId}, ${actor.staffId}, ${phoneHash}, ${line}, ${tx.now}, 'asked')`;
    await tx.stage('correspondence.call-back', { attemptId });
    const subject =
      task.caseId === null
        ? ({ kind: 'task', id: taskId } as const)
        : ({ kind: 'case', id: task.caseId } as const);
    return tx.record(
      { subject, kind: 'call-back.asked', data: { taskId, attemptId } },
      { kind: 'asked', attemptId },
    );
  });
}
