-- Who answers for the whole body manages people of every team; a supervisor manages those all of whose teams are their own.

set local guichet.actor_kind = 'system';
create table whole_body (
  staff_id uuid primary key references staff (id),
  -- Nobody where the installation gave it.
  given_by uuid references staff (id),
  given_at timestamptz not null,
  check (given_by is distinct from staff_id)
);
-- Whoever supervised the most teams so far goes on, the oldest account of several: without anyone, nobody could name anybody.
insert into whole_body (staff_id, given_at)
  select staff_id, now() from (
    select t.staff_id, row_number() over (order by count(*) desc, t.staff_id) as place
    from staff_team t join staff_role r on r.staff_id = t.staff_id and r.role = 'supervisor'
      join staff s on s.id = t.staff_id and s.disabled_at is null
    group by t.staff_id) as supervisors
  where place = 1;

create function actor_answers_for_all() returns boolean language sql stable parallel safe
  as $$ select actor_kind() = 'system'
    or (actor_supervises() and exists (select 1 from whole_body w where w.staff_id = actor_staff())) $$;
create function actor_manages(person uuid) returns boolean language sql stable parallel safe
  as $$ select actor_answers_for_all() or (actor_supervises() and person is distinct from actor_staff()
    and not exists (select 1 from whole_body w where w.staff_id = person)
    and exists (select 1 from staff_team t where t.staff_id = person)
    and not exists (select 1 from staff_team t where t.staff_id = person and t.team <> all (staff_teams()))) $$;

alter table whole_body enable row level security;
alter table whole_body force row level security;
create policy desk_reads on whole_body for select using ((select actor_kind()) in ('door', 'staff', 'system'));
create policy given on whole_body for insert
  with check ((select actor_answers_for_all()) and staff_id is distinct from (select actor_staff()));
create policy withdrawn on whole_body for delete
  using ((select actor_answers_for_all()) and staff_id is distinct from (select actor_staff()));
grant select, insert, delete on whole_body to guichet_app;

alter policy supervisor_changes on staff using (actor_manages(id));
alter policy supervisor_writes on staff_role with check (actor_manages(staff_id) and staff_id is distinct from (select actor_staff()));
alter policy supervisor_takes on staff_role using (actor_manages(staff_id) and staff_id is distinct from (select actor_staff()));
alter policy supervisor_writes on staff_team with check ((select actor_supervises()) and staff_id is distinct from (select actor_staff())
  and ((select actor_answers_for_all()) or team = any ((select staff_teams())::text[])));
alter policy supervisor_takes on staff_team using ((select actor_supervises()) and staff_id is distinct from (select actor_staff())
  and ((select actor_answers_for_all()) or team = any ((select staff_teams())::text[])));
alter policy supervisor_writes on team with check ((select actor_answers_for_all()));
alter policy supervisor_changes on team using ((select actor_answers_for_all()) or code = any ((select staff_teams())::text[]));

-- Whoever shares a team with a colleague says when that colleague is away; anyone who supervises says it of themself.
alter policy written on absence with check ((select actor_answers_for_all()) or ((select actor_supervises()) and (staff_id = (select actor_staff())
  or exists (select 1 from staff_team t where t.staff_id = absence.staff_id and t.team = any ((select staff_teams())::text[])))));
alter policy cancelled on absence using ((select actor_answers_for_all()) or ((select actor_supervises()) and (staff_id = (select actor_staff())
  or exists (select 1 from staff_team t where t.staff_id = absence.staff_id and t.team = any ((select staff_teams())::text[])))));
create unique index absence_once on absence (staff_id, from_on, to_on) where cancelled_at is null;

-- A password that one person gave another: for a time the two are one where two persons are asked for.
create table password_given (
  staff_id uuid not null references staff (id),
  given_by uuid not null references staff (id),
  given_at timestamptz not null,
  primary key (staff_id, given_at),
  check (given_by <> staff_id)
);
create index password_given_by on password_given (given_by, given_at);
alter table password_given enable row level security;
alter table password_given force row level security;
create policy desk_reads on password_given for select using ((select actor_kind()) in ('door', 'staff', 'system'));
create policy given on password_given for insert with check ((select actor_kind()) = 'staff' and given_by = (select actor_staff()));
grant select, insert on password_given to guichet_app;
