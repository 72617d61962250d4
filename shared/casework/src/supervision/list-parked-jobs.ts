import type { OutboxId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface ParkedJob {
  id: OutboxId;
  job: string;
  parkedAt: Date;
  /** An error's code, never its message. */
  why: string | null;
}

/** Lists the jobs set aside after their last try, newest first, at most 100. Ids only, so no event. */
export function listParkedJobs(ctx: DeskContext): Promise<ParkedJob[]> {
  return readAs(ctx, 'desk.supervise', async (sql) => {
    const rows = await sql<ParkedJob[]>`
      select id, job, parked_at, parked_why as why from outbox
      where parked_at is not null order by parked_at desc, id desc limit 100`;
    return [...rows];
  });
}
