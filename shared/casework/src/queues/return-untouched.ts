import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type HeldCase, letGo } from './let-go.ts';

const pageMax = 100;

/**
 * Returns the cases that somebody took and did not touch within their team's time. Gives how many.
 *
 * Guarantee: what its holder did something on stays theirs: any event of theirs after the taking, but for opening the page,
 *   which taking does by itself; the work grows with what is due. Safe to repeat.
 */
export async function returnUntouched(ctx: DeskContext): Promise<number> {
  let returned = 0;
  for (;;) {
    const page = await returnPage(ctx);
    returned += page.returned;
    if (page.seen < pageMax) return returned;
  }
}

function returnPage(ctx: DeskContext): Promise<{ seen: number; returned: number }> {
  return transact(ctx, 'queue.return', async (tx) => {
    // Soonest first, by the index of those that may return; a row a verb is at work on waits for the next time.
    const due = await tx.sql<(HeldCase & { isTouched: boolean })[]>`
      select a.case_id, a.staff_id,
        exists (select 1 from clock_pause p where p.case_id = a.case_id and p.ended_at is null) as is_paused,
        exists (select 1 from event e where e.subject_id = a.case_id and e.actor_kind = 'staff' and e.actor_id = a.staff_id::text
          and e.at >= a.started_at and e.kind not in ('case.taken', 'case.read')) as is_touched
      from assignment a where a.ended_at is null and a.return_at < ${tx.now}
      order by a.return_at, a.id limit ${pageMax} for update of a skip locked`;
    const [touched, untouched] = [due.filter(kept), due.filter((held) => !kept(held))];
    if (touched.length > 0) {
      const ids = touched.map(({ caseId }) => caseId);
      await tx.sql`update assignment set return_at = null where case_id = any (${ids}::uuid[]) and ended_at is null`;
    }
    for (const held of untouched) await letGo(tx, held, 'untouched');
    return tx.unchanged({ seen: due.length, returned: untouched.length });
  });
}

const kept = ({ isTouched, isPaused }: HeldCase & { isTouched: boolean }) => isTouched || isPaused;
