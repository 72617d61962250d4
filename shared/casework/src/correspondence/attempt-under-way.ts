import { minute, type TaskId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { type CallAttemptId, talking } from './list-call-attempts.ts';

/**
 * A call asked for, placed or of unsure fate that tells nothing for so long is over; one on which people talk lasts at most the
 * hour that the provider was given, and the ringing before it.
 */
const [callLifeMs, talkMs] = [10 * minute, 65 * minute];

/**
 * Finds the call that staff make for a task, or to a number, and that is not over.
 *
 * Guarantee: one of unsure fate counts from when that was found: the telephone may be ringing, and the provider's news may come yet.
 */
export async function attemptUnderWay(
  { sql, now }: DeskTx,
  of: { taskId: TaskId } | { phoneHash: Buffer },
): Promise<CallAttemptId | undefined> {
  const lifeAgo = new Date(now.getTime() - callLifeMs);
  const talkAgo = new Date(now.getTime() - talkMs);
  const [found] = await sql<[{ id: CallAttemptId }?]>`
    select id from call_attempt where ${'taskId' in of ? sql`task_id = ${of.taskId}` : sql`phone_hash = ${of.phoneHash}`} and (
      (state in ('asked', 'placed') and asked_at > ${lifeAgo}) or (state = 'unsure' and settled_at > ${lifeAgo})
      or (state = 'placed' and detail = ${talking} and settled_at > ${talkAgo}))
    order by asked_at desc, id limit 1`;
  return found?.id;
}
