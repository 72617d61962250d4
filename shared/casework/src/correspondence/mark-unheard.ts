import { type CaseId, DeskError, type TaskId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** Why a recording can't be typed. */
export const unheardWhys = ['inaudible', 'empty', 'other-answer', 'other-language'] as const;
export type UnheardWhy = (typeof unheardWhys)[number];

/**
 * Turns a recording that nobody can type into a call to the person: what they say then is typed in its place.
 *
 * Guarantee: one task all along, so that nothing is lost and nobody waits twice; repeating changes nothing.
 * Errors: not-found — no such recording to type, or another team's; conflict — it was typed already.
 */
export async function markUnheard(ctx: DeskContext, id: TaskId, why: UnheardWhy): Promise<void> {
  return transact(ctx, 'task.do', async (tx) => {
    const [found] = await tx.sql<
      [{ caseId: CaseId; question: string; doneAt: Date | null; unheardWhy: string | null }?]
    >`
      select case_id, question, done_at, unheard_why from task
      where id = ${id} and kind = 'transcription' and case_id is not null for update`;
    if (!found) throw new DeskError('not-found', 'no-such-task');
    if (found.doneAt !== null) throw new DeskError('conflict', 'recording-typed');
    if (found.unheardWhy !== null) return tx.unchanged(undefined);
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`update task set unheard_at = ${tx.now}, unheard_by = ${staffId}, unheard_why = ${why} where id = ${id}`;
    return tx.record(
      {
        subject: { kind: 'case', id: found.caseId },
        kind: 'recording.unheard',
        data: { taskId: id, question: found.question, why },
      },
      undefined,
    );
  });
}
