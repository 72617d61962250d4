-- Acceptance attaches originals to a case that the public's own role can't see yet: the changed row must still pass this policy.
-- So the public sees the row of an original as long as its draft is no case, as the statement's snapshot says; then no more.
drop policy seen on evidence;
create policy seen on evidence for select using ((select actor_kind()) in ('system', 'door')
  or (case_id is not null and exists (select 1 from cases c where c.id = case_id))
  or (case_id is null and (select actor_kind()) in ('staff', 'public'))
  or ((select actor_kind()) = 'public' and exists (select 1 from draft d where d.id = draft_id and d.case_id is null)));
