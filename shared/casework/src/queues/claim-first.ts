import type { CaseId, StaffId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';

export interface ClaimedEntry {
  caseId: CaseId;
  class: number;
  dueAt: Date;
  depositedAt: Date;
}

/**
 * Takes the first entry of some classes out of the queue, of those no colleague is taking at this instant.
 *
 * Guarantee: one row is locked, and only one; what the person skipped is passed over as long as it was said.
 */
export async function claimFirst(
  sql: Tx,
  staffId: StaffId,
  classes: readonly number[],
  now: Date,
): Promise<ClaimedEntry | undefined> {
  if (classes.length === 0) return undefined;
  return (await claim(sql, staffId, classes, now, false)) ?? claim(sql, staffId, classes, now, true);
}

/**
 * The heads of each class's index range, the first of them all locked; deleting the entry is the claim, and a crash before the
 * commit leaves it in the queue. Order: promise, wait, id. Limits are written out: a plan made for any limit reads the table.
 * Example: 3 classes → 48 heads, the first that is free.
 */
async function claim(
  sql: Tx,
  staffId: StaffId,
  classes: readonly number[],
  now: Date,
  isWide: boolean,
): Promise<ClaimedEntry | undefined> {
  const few = classes.length <= 4 ? sql`limit 64` : sql`limit 8`;
  const [entry] = await sql<[ClaimedEntry?]>`
    with heads as materialized (
      select h.case_id, h.due_at, h.deposited_at from unnest(${classes as number[]}::int[]) as mine (class)
      cross join lateral (
        select q.case_id, q.due_at, q.deposited_at from queue_entry q
        where q.class = mine.class and not exists (
          select 1 from case_skip s where s.case_id = q.case_id and s.staff_id = ${staffId}
            and (s.until is null or s.until > ${now}))
        order by q.due_at, q.deposited_at, q.case_id ${isWide ? sql`limit 256` : few}
      ) h
      order by h.due_at, h.deposited_at, h.case_id ${isWide ? sql`limit 256` : sql`limit 64`}
    ), first as materialized (
      select q.case_id from heads h join queue_entry q on q.case_id = h.case_id
      order by h.due_at, h.deposited_at, h.case_id limit 1 for update of q skip locked
    )
    delete from queue_entry e using first where e.case_id = first.case_id
    returning e.case_id, e.class, e.due_at, e.deposited_at`;
  return entry;
}
