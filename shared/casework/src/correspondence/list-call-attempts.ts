import type { Id, TaskId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export type CallAttemptId = Id<'call-attempt'>;

/** What became of an attempt to call a person back. */
export type CallAttemptState = 'asked' | 'placed' | 'answered' | 'no-answer' | 'busy' | 'failed' | 'unsure';

/** A state only moves up: what is known for certain is not replaced by what was supposed before, and what is final stays. */
export const callAttemptRank: Readonly<Record<CallAttemptState, number>> = {
  asked: 0,
  unsure: 1,
  placed: 2,
  answered: 3,
  'no-answer': 3,
  busy: 3,
  failed: 3,
};

/** Noted of a placed call once the person is on the line: they and the desk may be talking. */
export const talking = 'talking';

export interface CallAttempt {
  id: CallAttemptId;
  state: CallAttemptState;
  askedAt: Date;
  /** Who asked for it. */
  by: string;
}

/** Lists the attempts to call a person back, the last one first. No personal data, so no event. */
export function listCallAttempts(ctx: DeskContext, taskId: TaskId): Promise<CallAttempt[]> {
  return readAs(ctx, 'task.list', async (sql) => {
    const rows = await sql<CallAttempt[]>`
      select a.id, a.state, a.asked_at, s.name as by from call_attempt a join staff s on s.id = a.staff_id
      where a.task_id = ${taskId} order by a.asked_at desc, a.id desc limit 50`;
    return [...rows];
  });
}
