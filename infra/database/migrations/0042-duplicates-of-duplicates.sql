-- A duplicate of a case that proves a duplicate itself goes on with the first of them all. Who joins the two may not see it, so no
-- update of theirs can do it: this does, for whoever has just joined them.
grant update (other_id) on case_link to guichet_app;
drop policy ended on case_link;
create policy changed on case_link for update using ((select actor_kind()) = 'system' or ((select actor_kind()) = 'staff'
  and exists (select 1 from cases c where c.id in (case_id, other_id))));
create function join_duplicates(joined uuid, first uuid, at timestamptz) returns setof uuid language plpgsql set "guichet.actor_kind" to 'system' as $$
begin
  if not exists (select 1 from case_link l where l.case_id = joined and l.other_id = first and l.kind = 'duplicate'
    and l.ended_at is null and l.made_by = actor_staff()) then return; end if;
  -- What was only noted between the two says less than that one is the duplicate of the other.
  update case_link l set ended_at = at, ended_by = actor_staff()
    from case_link d where d.other_id = joined and d.kind = 'duplicate' and d.ended_at is null
      and l.ended_at is null and l.kind <> 'duplicate'
      and least(l.case_id, l.other_id) = least(d.case_id, first) and greatest(l.case_id, l.other_id) = greatest(d.case_id, first);
  return query update case_link l set other_id = first
    where l.other_id = joined and l.kind = 'duplicate' and l.ended_at is null returning l.case_id;
end $$;
