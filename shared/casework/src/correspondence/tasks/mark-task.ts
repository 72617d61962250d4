import { type CaseId, DeskError, type TaskId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';

/** Tasks that are done when somebody says so; the others are by the work itself. */
const marked: readonly string[] = ['missing-document', 'follow-up', 'own'];

/**
 * Marks a task of a case as done, or as to do again.
 *
 * Guarantee: repeating changes nothing.
 * Errors: not-found; conflict — its work says whether it is done: a recording is typed, a call returned.
 */
export async function markTask(ctx: DeskContext, id: TaskId, isDone: boolean): Promise<void> {
  return transact(ctx, 'task.do', async (tx) => {
    const [task] = await tx.sql<[{ kind: string; caseId: CaseId; doneAt: Date | null }?]>`
      select kind, case_id, done_at from task where id = ${id} for update`;
    if (!task) throw new DeskError('not-found', 'no-such-task');
    if (!marked.includes(task.kind)) throw new DeskError('conflict', 'task-done-by-work');
    if ((task.doneAt !== null) === isDone) return tx.unchanged(undefined);
    const by = isDone && ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`update task set done_at = ${isDone ? tx.now : null}, done_by = ${by} where id = ${id}`;
    return tx.record(
      {
        subject: { kind: 'case', id: task.caseId },
        kind: isDone ? 'task.done' : 'task.undone',
        data: { taskId: id, task: task.kind },
      },
      undefined,
    );
  });
}
