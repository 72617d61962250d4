import type { StaffId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { type HeldCase, letGo } from './let-go.ts';

/**
 * Returns the cases of a member of the staff who can't go on with them: away today, no longer here, or no longer of the case's team.
 *
 * Guarantee: what they can still do stays theirs; safe to repeat. Shape: one run a job.
 */
export async function returnHeld(ctx: DeskContext, outboxId: string, staffId: StaffId): Promise<void> {
  await transact(ctx, 'queue.return', (tx) =>
    once(tx, outboxId, 'casework.return-held', async () => {
      const today = todayOf(tx.now);
      const held = await tx.sql<(HeldCase & { why: 'disabled' | 'absent' | 'left-team' })[]>`
        select a.case_id, a.staff_id,
          exists (select 1 from clock_pause p where p.case_id = a.case_id and p.ended_at is null) as is_paused, why.why
        from assignment a join staff s on s.id = a.staff_id join cases c on c.id = a.case_id
          cross join lateral (select case
            when s.disabled_at is not null then 'disabled'
            when exists (select 1 from absence b where b.staff_id = s.id and b.cancelled_at is null
              and b.from_on <= ${today}::date and b.to_on >= ${today}::date) then 'absent'
            when not exists (select 1 from staff_team t where t.staff_id = s.id and t.team = c.team) then 'left-team' end as why) why
        where a.staff_id = ${staffId} and a.ended_at is null and why.why is not null
        order by a.case_id for update of a`;
      for (const { why, ...one } of held) await letGo(tx, one, why);
      return tx.unchanged(held.length);
    }),
  );
}
