import type { ReplyWay } from '@guichet/catalogue';
import { type CaseId, DeskError, type TaskId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { findRecipient, isHeld } from './find-recipient.ts';
import { freeHeldReplies } from './free-held-replies.ts';

/**
 * Marks a call-back as made; of a recording nobody understands, that no answer could be had instead: the case keeps the recording.
 *
 * Guarantee: repeating changes nothing; a reply that waited for this answer, an address, waits no longer: it goes to the counter.
 * Errors: not-found; conflict — a recording is finished by typing it.
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
    if (found.isUnheard && found.caseId !== null) await freeIfHeld(ctx, tx, found.caseId);
    const subject =
      found.caseId === null ? ({ kind: 'task', id } as const) : ({ kind: 'case', id: found.caseId } as const);
    return tx.record(
      { subject, kind: found.isUnheard ? 'answer.not-had' : 'call-back.done', data: { taskId: id } },
      undefined,
    );
  });
}

async function freeIfHeld(ctx: DeskContext, tx: DeskTx, caseId: CaseId): Promise<void> {
  const [found] = await tx.sql<[{ way: ReplyWay; sealed: Buffer | null; dataKey: Buffer | null }?]>`
    select reply_way as way, reply_sealed as sealed, data_key from cases where id = ${caseId} for update`;
  if (!found?.dataKey) return;
  const key = unwrapDataKey(ctx.keyring, `case:${caseId}`, found.dataKey);
  if (isHeld(findRecipient(key, found.way, found.sealed))) await freeHeldReplies(tx, caseId, found.way);
}
