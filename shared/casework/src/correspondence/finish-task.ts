import { type CaseId, DeskError, type TaskId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/**
 * Marks a call-back as made; of a recording nobody understands, that no answer could be had instead: the case keeps the recording.
 *
 * Guarantee: repeating changes nothing. Errors: not-found; conflict — a recording is finished by typing it.
 */
export async function finishTask(ctx: DeskContext, id: TaskId): Promise<void> {
  return transact(ctx, 'task.do', async (tx) => {
    const [found] = await tx.sql<
      [{ kind: string; caseId: CaseId | null; doneAt: Date | null; isUnheard: boolean }?]
    >`
      select kind, case_id, done_at, unheard_at is not null as is_unheard from task where id = ${id} for update`;
    if (!found) throw new DeskError('not-found', 'no-such-task');
    if (found.kind !== 'call-back' && !found.isUnheard) throw new DeskError('conflict', 'recording-to-type');
    if (found.doneAt !== null) return tx.unchanged(undefined);
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`update task set done_at = ${tx.now}, done_by = ${staffId} where id = ${id}`;
    const subject =
      found.caseId === null ? ({ kind: 'task', id } as const) : ({ kind: 'case', id: found.caseId } as const);
    return tx.record(
      { subject, kind: found.isUnheard ? 'answer.not-had' : 'call-back.done', data: { taskId: id } },
      undefined,
    );
  });
}
