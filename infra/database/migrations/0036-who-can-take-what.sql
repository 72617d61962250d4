-- What a case asks of whoever takes it. The entries of one class lie together, in their order: who lacks a skill passes over a
-- class and not over its cases, however many wait.
create table queue_class (
  id integer generated always as identity primary key,
  team text not null,
  service_code text not null,
  skills text[] not null,
  language text not null check (language in ('fr', 'en')),
  clearance text not null check (clearance in ('personal', 'sensitive')),
  unique (team, service_code, skills, language, clearance)
);
alter table queue_class enable row level security;
alter table queue_class force row level security;
create policy known_actor on queue_class for select using ((select actor_kind()) <> 'nobody');
create policy met on queue_class for insert with check ((select actor_kind()) <> 'nobody');
grant select, insert on queue_class to guichet_app;

-- The owner of tables of forced row security sees nothing until it acts as someone.
set local guichet.actor_kind = 'system';
-- No foreign key: a thousand acceptances a second would all lock the same few classes, which are never deleted.
alter table cases add column queue_class integer;
alter table queue_entry add column class integer;
create temp table class_of on commit drop as
  select v.code, v.version, l.language, v.definition #>> '{routing,team}' as team,
    array(select jsonb_array_elements_text(coalesce(v.definition #> '{routing,skills}', '[]'::jsonb)) order by 1) as skills,
    case when jsonb_path_exists(v.definition, '$.questions.**.sensitivity ? (@ == "sensitive")') then 'sensitive' else 'personal' end
      as clearance
  from service_version v cross join (values ('fr'), ('en')) as l (language);
insert into queue_class (team, service_code, skills, language, clearance)
  select distinct c.team, c.service_code, k.skills, c.language, k.clearance
  from cases c join class_of k on k.code = c.service_code and k.version = c.service_version and k.language = c.language;
update cases c set queue_class = q.id
  from class_of k join queue_class q on q.service_code = k.code and q.skills = k.skills and q.language = k.language and q.clearance = k.clearance
  where k.code = c.service_code and k.version = c.service_version and k.language = c.language and q.team = c.team;
update queue_entry e set class = c.queue_class from cases c where c.id = e.case_id;
alter table queue_entry alter column class set not null;
create index queue_walk on queue_entry (class, due_at, deposited_at, case_id);

-- Of a case that another team goes on with: the skills that its first team asked for are not that team's to ask.
create function class_in_team(of_case uuid, taker text) returns integer language plpgsql as $$
declare class integer;
begin
  insert into queue_class (team, service_code, skills, language, clearance)
    select taker, k.service_code, '{}', k.language, k.clearance
    from cases c join queue_class k on k.id = c.queue_class where c.id = of_case on conflict do nothing;
  select t.id into class from cases c join queue_class k on k.id = c.queue_class
    join queue_class t on t.team = taker and t.service_code = k.service_code and t.skills = '{}' and t.language = k.language
      and t.clearance = k.clearance
    where c.id = of_case;
  return class;
end $$;
create or replace function move_case(moved uuid, giver text, taker text) returns boolean
  language plpgsql set "guichet.actor_kind" to 'system' as $$
begin
  if not giver = any (string_to_array(coalesce(current_setting('guichet.teams', true), ''), ',')) then return false; end if;
  update cases set team = taker, queue_class = class_in_team(moved, taker) where id = moved and team = giver;
  if not found then return false; end if;
  update task set team = taker where case_id = moved and done_at is null and kind <> 'follow-up';
  return true;
end $$;

create function actor_staff() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('guichet.staff_id', true), '')::uuid $$;
create function actor_supervises() returns boolean language sql stable parallel safe
  as $$ select actor_kind() = 'system'
    or (actor_kind() = 'staff' and exists (select 1 from staff_role r where r.staff_id = actor_staff() and r.role = 'supervisor')) $$;

-- What each person can take: every service of their teams, or those whose skills they have or that are named.
alter table staff
  add column every_service boolean not null default true,
  add column skills text[] not null default '{}',
  add column services text[] not null default '{}',
  add column languages text[] not null default '{fr,en}' check (languages <@ '{fr,en}'::text[] and cardinality(languages) > 0),
  add column clearance text not null default 'sensitive' check (clearance in ('personal', 'sensitive')),
  add column capacity integer check (capacity between 1 and 500),
  -- A password given by a supervisor serves until then, and only to choose another.
  add column temporary_until timestamptz,
  -- Sessions begun earlier are over.
  add column sessions_from timestamptz;
create policy supervisor_writes on staff for insert with check ((select actor_supervises()));
create policy supervisor_changes on staff for update using ((select actor_supervises()));
create policy own_account on staff for update using ((select actor_kind()) = 'staff' and id = (select actor_staff()));
create policy supervisor_writes on staff_role for insert with check ((select actor_supervises()));
create policy supervisor_takes on staff_role for delete using ((select actor_supervises()));
create policy supervisor_writes on staff_team for insert with check ((select actor_supervises()));
create policy supervisor_takes on staff_team for delete using ((select actor_supervises()));

alter table team
  -- How many cases a person holds at most, where nothing else is said of them.
  add column capacity integer not null default 25 check (capacity between 1 and 500),
  -- Worked days after which a case taken and not touched returns; null never.
  add column untouched_days integer default 1 check (untouched_days between 0 and 60);
create policy supervisor_writes on team for insert with check ((select actor_supervises()));
create policy supervisor_changes on team for update using ((select actor_supervises()));
grant update (name_fr, name_en, capacity, untouched_days) on team to guichet_app;

alter table assignment add column return_at timestamptz;
alter table assignment drop constraint assignment_ended_why_check;
alter table assignment add constraint assignment_ended_why_check
  check (ended_why in ('closed', 'returned', 'paused', 'reassigned', 'untouched', 'skipped', 'absent', 'disabled', 'left-team'));
create index assignment_to_return on assignment (return_at) where ended_at is null and return_at is not null;
create index assignment_begun on assignment (started_at);

create table case_skip (
  id uuid primary key,
  case_id uuid not null references cases (id),
  staff_id uuid not null references staff (id),
  why text not null check (why in ('conflict-of-interest', 'not-my-skill', 'colleague-knows', 'no-time', 'other')),
  sealed bytea,
  skipped_at timestamptz not null,
  -- Not offered to the same person before; null never again.
  until timestamptz
);
create index case_skip_of_case on case_skip (case_id, staff_id);
create index case_skip_recent on case_skip (skipped_at);
alter table case_skip enable row level security;
alter table case_skip force row level security;
create policy seen on case_skip for select using ((select actor_kind()) = 'system' or ((select actor_kind()) = 'staff'
  and (staff_id = (select actor_staff()) or exists (select 1 from cases c where c.id = case_id))));
create policy skipped on case_skip for insert with check ((select actor_kind()) = 'staff' and staff_id = (select actor_staff()));
grant select, insert on case_skip to guichet_app;

-- A word to one member of the staff about a case.
create table staff_notice (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  kind text not null check (kind in ('untouched', 'absent')),
  case_id uuid not null references cases (id),
  at timestamptz not null,
  seen_at timestamptz
);
create index staff_notice_unseen on staff_notice (staff_id, at) where seen_at is null;
alter table staff_notice enable row level security;
alter table staff_notice force row level security;
create policy own on staff_notice for select using ((select actor_kind()) = 'system' or staff_id = (select actor_staff()));
create policy seen on staff_notice for update using ((select actor_kind()) = 'staff' and staff_id = (select actor_staff()));
create policy told on staff_notice for insert with check ((select actor_kind()) = 'system');
grant select, insert on staff_notice to guichet_app;
grant update (seen_at) on staff_notice to guichet_app;

create table absence (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  from_on date not null,
  to_on date not null,
  set_by uuid not null references staff (id),
  set_at timestamptz not null,
  cancelled_at timestamptz,
  check (from_on <= to_on)
);
create index absence_of_staff on absence (staff_id, to_on) where cancelled_at is null;
alter table absence enable row level security;
alter table absence force row level security;
create policy seen on absence for select using ((select actor_kind()) in ('staff', 'system'));
create policy written on absence for insert with check ((select actor_supervises()));
create policy cancelled on absence for update using ((select actor_supervises()));
grant select, insert on absence to guichet_app;
grant update (cancelled_at) on absence to guichet_app;

-- Days on which the body does otherwise than the public service's calendar says.
create table calendar_day (
  id uuid primary key,
  day date not null,
  is_open boolean not null,
  name text not null check (length(name) between 3 and 120),
  set_by uuid not null references staff (id),
  set_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index calendar_day_in_force on calendar_day (day) where withdrawn_at is null;
alter table calendar_day enable row level security;
alter table calendar_day force row level security;
create policy known_actor on calendar_day for select using ((select actor_kind()) <> 'nobody');
create policy written on calendar_day for insert with check ((select actor_supervises()));
create policy withdrawn on calendar_day for update using ((select actor_supervises()));
grant select, insert on calendar_day to guichet_app;
grant update (withdrawn_at) on calendar_day to guichet_app;

alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check check (subject_kind in
  ('case', 'draft', 'letter', 'batch', 'staff', 'service', 'task', 'job', 'phone', 'print-batch', 'place', 'counter', 'visit', 'team', 'calendar'));
