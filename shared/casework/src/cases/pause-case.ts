import { DeskError, newId, type ReplyId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { lockCase, requireHeld } from './lock-case.ts';
import { writeReply } from './write-reply.ts';

export interface PauseCase {
  reference: string;
  /** What we ask the person, in their language; 1 to 4,000 characters. */
  question: string;
}

export type Pause = { kind: 'paused'; replyId: ReplyId } | { kind: 'already' };

/**
 * Stops a case's clocks while we wait for the person, and stages the question to them.
 *
 * Guarantee: one open pause a case; repeating is harmless; pause and question are one transaction.
 * Errors: not-found; not-allowed — someone else holds it; conflict — it is closed; invalid — no question, or the service's
 *   clocks do not pause.
 * Source: the definition's pause rule
 */
export async function pauseCase(ctx: DeskContext, input: PauseCase): Promise<Pause> {
  return transact<Pause>(ctx, 'case.pause', async (tx) => {
    const found = await lockCase(tx, input.reference);
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (found.pausedAt !== null) return tx.unchanged({ kind: 'already' });
    requireHeld(ctx, found);
    const words = input.question.trim();
    if (words.length === 0 || words.length > 4000)
      throw new DeskError('invalid', 'question-to-person-missing');
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    if (!service?.definition.clocks.pauseWhenWaitingForPerson)
      throw new DeskError('invalid', 'service-never-pauses');
    await tx.sql`
      insert into clock_pause (id, case_id, reason, started_at) values (${newId()}, ${found.id}, 'waiting-for-person', ${tx.now})`;
    await tx.sql`delete from queue_entry where case_id = ${found.id}`;
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const replyId = await writeReply(tx, found, key, 'question', words);
    await tx.stage('correspondence.send', { replyId });
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'case.paused',
        data: { reason: 'waiting-for-person', replyId },
      },
      { kind: 'paused', replyId },
    );
  });
}
