import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { QueueRow } from './list-queue.ts';

/** Lists the open cases that the actor holds, soonest promise first. No personal data, so no event. */
export function listMine(ctx: DeskContext): Promise<QueueRow[]> {
  return readAs(ctx, 'queue.list', async (sql) => {
    if (ctx.actor.kind !== 'staff') return [];
    const rows = await sql<QueueRow[]>`
      select c.id as case_id, c.reference, c.service_code, c.service_version, c.language, c.channel, c.team, c.due_at, c.deposited_at, c.place
      from assignment a join cases c on c.id = a.case_id
      where a.staff_id = ${ctx.actor.staffId} and a.ended_at is null
      order by c.due_at, c.deposited_at, c.id limit 200`;
    return [...rows];
  });
}
