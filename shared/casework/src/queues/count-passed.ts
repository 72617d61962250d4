import type { StaffId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { ClaimedEntry } from './claim-first.ts';
import type { Readiness } from './read-readiness.ts';

/** How many cases of the person's teams stood before the one they got, by why they were passed over. */
export type Passed = Record<
  'passedSkill' | 'passedLanguage' | 'passedClearance' | 'passedSkipped' | 'passedBusy',
  number
> & {
  /** True when there were more than are counted. */
  passedMore: boolean;
};

/**
 * Counts the cases that stood before a claimed one.
 *
 * Guarantee: looks at twenty entries of a class and no more, so that it costs the same however many wait.
 */
export async function countPassed(
  sql: Tx,
  staffId: StaffId,
  { able, languages, clearance }: Readiness,
  teams: readonly string[],
  { dueAt, depositedAt, caseId }: ClaimedEntry,
  now: Date,
): Promise<Passed> {
  const [row] = await sql<[Passed]>`
    with before as (
      select case when k.id = any (${able}::int[]) then 'able'
          when k.clearance = 'sensitive' and ${clearance} = 'personal' then 'clearance'
          when not k.language = any (${languages}::text[]) then 'language' else 'skill' end as why, b.entries, b.skipped
      from queue_class k cross join lateral (
        select count(*) as entries, count(*) filter (where exists (
          select 1 from case_skip s where s.case_id = q.case_id and s.staff_id = ${staffId} and (s.until is null or s.until > ${now}))) as skipped
        from (
          select case_id from queue_entry where class = k.id and (due_at, deposited_at, case_id) < (${dueAt}, ${depositedAt}, ${caseId})
          order by due_at, deposited_at, case_id limit 20) q) b
      where k.team = any (${teams as string[]}::text[]) and b.entries > 0)
    select coalesce(sum(entries) filter (where why = 'skill'), 0)::int as passed_skill,
      coalesce(sum(entries) filter (where why = 'language'), 0)::int as passed_language,
      coalesce(sum(entries) filter (where why = 'clearance'), 0)::int as passed_clearance,
      coalesce(sum(skipped) filter (where why = 'able'), 0)::int as passed_skipped,
      coalesce(sum(entries - skipped) filter (where why = 'able'), 0)::int as passed_busy,
      coalesce(bool_or(entries = 20), false) as passed_more
    from before`;
  return row;
}
