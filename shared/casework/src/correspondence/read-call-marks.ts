import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { QueueMarks } from '../queues/read-queue-marks.ts';
import { oldestCall } from './call-life.ts';

/**
 * Reads, for each team, what tells one state of its live calls from another.
 *
 * Guarantee: costs what may be on the line, whatever was before and however many ends were never heard; holds nothing of a call.
 */
export async function readCallMarks(ctx: DeskContext): Promise<QueueMarks> {
  return readAs(ctx, 'queue.watch', async (sql) => {
    const rows = await sql<{ team: string; mark: string }[]>`
      select team, md5(string_agg(concat(id, way, state, turn, draft_id), ' ' order by id)) as mark from live_call
      where ended_at is null and since > ${oldestCall(ctx)} group by team`;
    return new Map(rows.map(({ team, mark }) => [team, mark]));
  });
}
