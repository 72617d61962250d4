-- What came, was taken, decided, promised and kept, counted by the hour once it is over: a board of months reads these, and only the hours
-- not counted yet from the cases. Rows are added, never changed. Waits count from the deposit, in whole minutes, in order.
create table work_hour (
  hour timestamptz not null,
  team text not null,
  service_code text not null,
  channel text not null check (channel in ('web', 'phone', 'mail', 'counter')),
  arrived integer not null,
  -- Taken by somebody for the first time.
  taken integer not null,
  closed integer not null,
  -- The service's own norm: kept by a closure, or missed, whichever came first.
  kept integer not null,
  missed integer not null,
  take_waits integer[] not null,
  close_waits integer[] not null,
  primary key (hour, team, service_code, channel)
);
alter table work_hour enable row level security;
alter table work_hour force row level security;
create policy seen on work_hour for select using ((select sees_all_teams()) or team = any ((select staff_teams())::text[]));
create policy counted on work_hour for insert with check ((select actor_kind()) = 'system');
grant select, insert on work_hour to guichet_app;

-- How many cases were open when a day ended.
create table work_open (
  day date not null,
  team text not null,
  service_code text not null,
  channel text not null check (channel in ('web', 'phone', 'mail', 'counter')),
  open integer not null,
  primary key (day, team, service_code, channel)
);
alter table work_open enable row level security;
alter table work_open force row level security;
create policy seen on work_open for select using ((select sees_all_teams()) or team = any ((select staff_teams())::text[]));
create policy counted on work_open for insert with check ((select actor_kind()) = 'system');
grant select, insert on work_open to guichet_app;

-- From when on, and up to when, hours are counted.
create table work_mark (
  only_one boolean primary key default true check (only_one),
  since timestamptz not null,
  upto timestamptz not null
);
alter table work_mark enable row level security;
alter table work_mark force row level security;
create policy known_actor on work_mark for select using ((select actor_kind()) in ('staff', 'system'));
create policy begun on work_mark for insert with check ((select actor_kind()) = 'system');
create policy counted on work_mark for update using ((select actor_kind()) = 'system');
grant select, insert on work_mark to guichet_app;
grant update (upto) on work_mark to guichet_app;

-- The facts of an hour, each by its own index; acceptance writes none of them.
create index assignment_of_case on assignment (case_id, started_at);
create index closure_made on case_closure (closed_at);
create index clock_missed on clock (overdue_at) where overdue_at is not null and kind = 'decide';
create index session_to_end on staff_session (expires_at);

-- Counts the staff of some teams who are signed in. Nobody at the desk reads sessions.
create function count_signed_in(of_teams text[], now timestamptz, awake_since timestamptz) returns integer language sql stable
  set guichet.actor_kind = 'system'
  as $$ select count(distinct i.staff_id)::integer from staff_session i join staff s on s.id = i.staff_id
    where i.expires_at > now and i.ended_at is null and i.seen_at > awake_since and s.disabled_at is null
      and i.started_at >= coalesce(s.sessions_from, '-infinity')
      and exists (select 1 from staff_team t where t.staff_id = i.staff_id and t.team = any (of_teams)) $$;
