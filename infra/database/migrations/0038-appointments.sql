-- Appointments: when people can come to a place, and who comes when. Nothing here says who a person is: a row names their case.

-- Whole numbers and ids stand in one exclusion with a span of time.
create extension if not exists btree_gist;

-- How many days before it a person is reminded of their appointment; 0 reminds nobody.
alter table place add column reminder_days integer not null default 2 check (reminder_days between 0 and 14);

-- Never changed: hours that no longer hold end, and new ones begin.
create table appointment_hours (
  id uuid primary key,
  place_id uuid not null references place (id),
  -- Each week on that day, 1 is Monday; or on one day alone.
  weekday smallint check (weekday between 1 and 7),
  day date,
  -- By the clock of the place.
  from_time time not null,
  to_time time not null,
  minutes smallint not null check (minutes between 5 and 240),
  -- The seats of the place that take people in these hours.
  first_seat smallint not null check (first_seat between 1 and 99),
  seats smallint not null check (seats between 1 and 20),
  -- Empty takes every service that asks for an appointment.
  services text[] not null default '{}',
  -- Takes only services that need this skill.
  skill text,
  from_on date not null,
  until_on date,
  set_at timestamptz not null,
  check ((weekday is null) <> (day is null)),
  check (to_time > from_time)
);
create index appointment_hours_of_place on appointment_hours (place_id);

create table appointment_closure (
  place_id uuid not null references place (id),
  day date not null,
  primary key (place_id, day)
);

create table appointment (
  id uuid primary key,
  case_id uuid not null references cases (id),
  place_id uuid not null references place (id),
  service_code text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  seat smallint not null,
  channel text not null check (channel in ('web', 'phone', 'mail', 'counter')),
  booked_at timestamptz not null,
  -- An appointment that was moved keeps its first id in calendars, with a count of its changes.
  first_id uuid not null,
  version integer not null default 0,
  -- What the person was last told of it.
  told_as text check (told_as in ('booked', 'cancelled')),
  remind_at timestamptz,
  reminded_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('arrived', 'missed', 'cancelled', 'moved')),
  visit_id uuid references visit (id),
  check (ends_at > starts_at),
  check ((ended_at is null) = (ended_how is null)),
  check ((visit_id is not null) = (ended_how is not distinct from 'arrived')),
  -- Nobody is booked where somebody else sits, whatever the hours say and whoever books at the same moment.
  constraint appointment_seat_once exclude using gist (place_id with =, seat with =, tstzrange(starts_at, ends_at) with &&)
    where (ended_how is null or ended_how in ('arrived', 'missed'))
);
create unique index appointment_of_case on appointment (case_id) where ended_at is null;
create index appointment_history on appointment (case_id, booked_at);
create index appointment_of_day on appointment (place_id, starts_at);
create index appointment_to_remind on appointment (remind_at) where remind_at is not null and reminded_at is null and ended_at is null;
create index appointment_open on appointment (starts_at) where ended_at is null;

-- A calendar of a place that a program reads by a secret address.
create table appointment_feed (
  id uuid primary key,
  place_id uuid not null references place (id),
  token_hash bytea not null unique,
  made_at timestamptz not null,
  made_by uuid not null references staff (id),
  revoked_at timestamptz
);
create unique index appointment_feed_of_place on appointment_feed (place_id) where revoked_at is null;

alter table reply drop constraint reply_purpose_check;
alter table reply add constraint reply_purpose_check check (purpose in ('acknowledgement', 'question', 'decision', 'news', 'appointment'));

grant select, insert on appointment_hours, appointment_closure, appointment, appointment_feed to guichet_app;
grant update (until_on) on appointment_hours to guichet_app;
grant delete on appointment_closure to guichet_app;
grant update (told_as, version, remind_at, reminded_at, ended_at, ended_how, visit_id) on appointment to guichet_app;
grant update (revoked_at) on appointment_feed to guichet_app;

do $$
declare t text;
begin
  foreach t in array array['appointment_hours', 'appointment_closure', 'appointment', 'appointment_feed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  -- When a place takes people is no secret.
  foreach t in array array['appointment_hours', 'appointment_closure'] loop
    execute format('create policy known on %I for select using ((select actor_kind()) in (''public'', ''door'', ''staff'', ''system''))', t);
    execute format('create policy set on %I for insert with check ((select actor_kind()) in (''staff'', ''system''))', t);
  end loop;
end $$;
create policy ended on appointment_hours for update using ((select actor_kind()) in ('staff', 'system'));
create policy opened on appointment_closure for delete using ((select actor_kind()) in ('staff', 'system'));
create policy known on place for select using ((select actor_kind()) in ('public', 'door'));

-- Staff see how a day is filled, whatever the team; who comes is seen with the case. The public sees its own, after its proof.
create policy seen on appointment for select using ((select actor_kind()) in ('door', 'staff', 'system')
  or ((select actor_kind()) = 'public' and case_id = (select actor_case())));
create policy booked on appointment for insert with check ((select actor_kind()) = 'system'
  or ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id))
  or ((select actor_kind()) = 'public' and case_id = (select actor_case())));
create policy changed on appointment for update using ((select actor_kind()) in ('staff', 'system')
  or ((select actor_kind()) = 'public' and case_id = (select actor_case())));
create policy known on appointment_feed for select using ((select actor_kind()) in ('door', 'staff', 'system'));
create policy made on appointment_feed for insert with check ((select actor_kind()) = 'staff');
create policy revoked on appointment_feed for update using ((select actor_kind()) = 'staff');

-- Which seats are taken when, and nothing of whom: what is free is shown to everybody.
create function seats_taken(at uuid, since timestamptz, before timestamptz)
  returns table (starts_at timestamptz, ends_at timestamptz, seat smallint)
  language sql stable set guichet.actor_kind = 'system'
  as $$ select a.starts_at, a.ends_at, a.seat from appointment a
    where a.place_id = at and a.starts_at < before and a.starts_at > since - interval '4 hours' and a.ends_at > since
      and (a.ended_how is null or a.ended_how in ('arrived', 'missed')) $$;
