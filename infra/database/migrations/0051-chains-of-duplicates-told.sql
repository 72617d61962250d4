-- Duplicates of duplicates that were joined before 0042 go on with the first of their chain, as those joined since do; where it is decided
-- already, they are told. Whoever was joined to what was a duplicate by then was promised an answer that nothing would have brought.
set local guichet.actor_kind = 'system';
-- A circle of duplicates has no first: its links end, and its cases stay closed as they are. What was walked once is not walked again.
with recursive onward as (
    select id, case_id, other_id as at from case_link where kind = 'duplicate' and ended_at is null
    union
    select o.id, o.case_id, n.other_id
    from onward o join case_link n on n.case_id = o.at and n.kind = 'duplicate' and n.ended_at is null)
  update case_link l set ended_at = now(), ended_by = l.made_by from onward o where l.id = o.id and o.at = o.case_id;
create temporary table chained on commit drop as
  with recursive up as (
    select id, case_id, other_id as first, 0 as steps from case_link where kind = 'duplicate' and ended_at is null
    union all
    select up.id, up.case_id, n.other_id, up.steps + 1
    from up join case_link n on n.case_id = up.first and n.kind = 'duplicate' and n.ended_at is null)
  select distinct on (id) id, case_id, first from up where steps > 0 order by id, steps desc;
-- What was only noted between the two says less than that one is the duplicate of the other.
update case_link l set ended_at = now(), ended_by = l.made_by from chained d
  where l.ended_at is null and l.kind <> 'duplicate'
    and least(l.case_id, l.other_id) = least(d.case_id, d.first) and greatest(l.case_id, l.other_id) = greatest(d.case_id, d.first);
update case_link l set other_id = d.first, tells = l.tells or l.made_at >= k.closed_at
  from chained d, case_closure k where l.id = d.id and k.case_id = l.other_id;
-- The usual job tells them, and nobody a second time. What was in a circle was closed without a decision to tell.
insert into outbox (id, job, ids, created_at, due_at)
  select gen_random_uuid(), 'casework.tell-duplicates', jsonb_build_object('caseId', first), now(), now()
  from (select distinct d.first from chained d join case_link l on l.id = d.id
    join case_closure k on k.case_id = d.first and k.outcome <> 'duplicate' where l.tells) as decided;
