import type { Channel } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

/** How much of one service, through one channel, is where. */
export interface WorkloadRow {
  serviceCode: string;
  channel: Channel;
  waiting: number;
  held: number;
  paused: number;
  /** Promised for before now. */
  late: number;
  /** When the person who has waited longest acted; null when nobody waits. */
  oldestAt: Date | null;
}

/** Counts the open cases of the actor's teams by service and channel, both in order of name. No personal data, so no event. */
export function readWorkload(ctx: DeskContext): Promise<WorkloadRow[]> {
  return readAs(ctx, 'desk.supervise', async (sql) => {
    const rows = await sql<WorkloadRow[]>`
      select c.service_code, c.channel,
        count(q.case_id)::int as waiting,
        (count(*) filter (where a.case_id is not null and p.case_id is null))::int as held,
        (count(*) filter (where p.case_id is not null))::int as paused,
        (count(*) filter (where c.due_at < ${ctx.clock.now()} and p.case_id is null))::int as late,
        min(q.deposited_at) as oldest_at
      from cases c
        left join queue_entry q on q.case_id = c.id
        left join assignment a on a.case_id = c.id and a.ended_at is null
        left join clock_pause p on p.case_id = c.id and p.ended_at is null
      where not exists (select 1 from case_closure k where k.case_id = c.id)
      group by c.service_code, c.channel order by c.service_code, c.channel`;
    return [...rows];
  });
}
