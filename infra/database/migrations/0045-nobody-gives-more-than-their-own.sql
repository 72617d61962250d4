-- A supervisor gives, and manages people who have, no clearance that they lack themself; and works on the teams of those they manage alone.
create function actor_clears(clearance text) returns boolean language sql stable parallel safe
  as $$ select actor_answers_for_all() or clearance = 'personal'
    or exists (select 1 from staff s where s.id = actor_staff() and s.clearance = 'sensitive') $$;
create or replace function actor_manages(person uuid) returns boolean language sql stable parallel safe
  as $$ select actor_answers_for_all() or (actor_supervises() and person is distinct from actor_staff()
    and not exists (select 1 from whole_body w where w.staff_id = person)
    and exists (select 1 from staff s where s.id = person and actor_clears(s.clearance))
    and exists (select 1 from staff_team t where t.staff_id = person)
    and not exists (select 1 from staff_team t where t.staff_id = person and t.team <> all (staff_teams()))) $$;
-- Written in this transaction: a colleague just hired, or one whose account has just been changed by who manages them.
create function written_now(person uuid) returns boolean language sql stable parallel safe
  as $$ select exists (select 1 from staff s where s.id = person
    and s.xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text) $$;

alter policy supervisor_writes on staff with check ((select actor_supervises()) and actor_clears(clearance));
alter policy supervisor_changes on staff using (actor_manages(id)) with check (actor_clears(clearance));
alter policy supervisor_writes on staff_team with check ((select actor_answers_for_all()) or ((select actor_supervises())
  and staff_id is distinct from (select actor_staff()) and team = any ((select staff_teams())::text[])
  and (actor_manages(staff_id) or written_now(staff_id))));
alter policy supervisor_takes on staff_team using (staff_id is distinct from (select actor_staff()) and actor_manages(staff_id));
alter policy supervisor_changes on team using ((select actor_answers_for_all())
  or ((select actor_supervises()) and code = any ((select staff_teams())::text[])));
