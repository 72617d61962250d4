import type { LetterId, StaffId } from '@guichet/kernel';
import type { DeskTx } from '../../audit/transact.ts';

/** Whoever is away longer than this was not keying. Unit: minutes. */
const sittingMax = 30;

/** Tells how long a person had a letter before them, by the events that say so; from what they keyed before, when that was later. Unit: seconds. */
export async function workingSeconds(tx: DeskTx, letterId: LetterId, staffId: StaffId): Promise<number> {
  const from = new Date(tx.now.getTime() - sittingMax * 60_000);
  const [row] = await tx.sql<[{ openedAt: Date | null }]>`
    select min(at) as opened_at from event
    where subject_id = ${letterId} and kind in ('letter.opened', 'letter.check-opened') and actor_id = ${staffId}
      and at >= greatest(${from}, (select max(at) from keying where staff_id = ${staffId} and at <= ${tx.now}))`;
  return row.openedAt === null ? 0 : Math.round((tx.now.getTime() - row.openedAt.getTime()) / 1000);
}
