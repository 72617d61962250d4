-- The queue is read by service, channel, language and street, page after page, whatever waits: each entry holds what it is filtered by.
select set_config('guichet.actor_kind', 'system', true);
alter table cases add column place text;
alter table cases add column place_key text;
alter table queue_entry add column service_code text;
alter table queue_entry add column channel text;
alter table queue_entry add column language text;
alter table queue_entry add column place_key text;
alter table queue_tally add column service_code text;
alter table queue_tally add column channel text;
alter table queue_tally add column language text;
alter table queue_tally add column due_on date;

-- Acceptance says these itself; whoever puts a case back need not know them.
create function complete_entry() returns trigger language plpgsql as $$
begin
  select c.service_code, c.channel, c.language, c.place_key into new.service_code, new.channel, new.language, new.place_key
    from cases c where c.id = new.case_id;
  return new;
end $$;
create trigger completed before insert on queue_entry for each row when (new.service_code is null) execute function complete_entry();

-- What waits by its facts and by the day it was promised for: every count of the page is a sum of few rows.
create or replace function tally_queue() returns trigger language plpgsql as $$
begin
  insert into queue_tally (team, service_code, channel, language, due_on, change, mark)
    select team, service_code, channel, language, (due_at at time zone 'America/Toronto')::date,
      case tg_op when 'INSERT' then count(*) else -count(*) end, bit_xor(uuid_hash_extended(case_id, 0))
    from moved group by 1, 2, 3, 4, 5;
  return null;
end $$;
delete from queue_tally;
update queue_entry q set service_code = c.service_code, channel = c.channel, language = c.language from cases c where c.id = q.case_id;
insert into queue_tally (team, service_code, channel, language, due_on, change, mark)
  select team, service_code, channel, language, (due_at at time zone 'America/Toronto')::date, count(*), bit_xor(uuid_hash_extended(case_id, 0))
  from queue_entry group by 1, 2, 3, 4, 5;

create index queue_facts on queue_entry (team, service_code, channel, language, due_at, deposited_at, case_id);
create index queue_place on queue_entry (team, place_key, due_at, deposited_at, case_id) where place_key is not null;

-- Views that a person keeps, or a team shares: a name for filters of the queue, as they stand in its address.
create table queue_view (
  id uuid primary key,
  staff_id uuid references staff (id),
  team text references team (code),
  name text not null check (length(name) between 1 and 60),
  filters text not null check (length(filters) <= 500),
  made_by uuid not null references staff (id),
  made_at timestamptz not null,
  check (num_nonnulls(staff_id, team) = 1)
);
create index queue_view_of_staff on queue_view (staff_id);
create index queue_view_of_team on queue_view (team);
alter table queue_view enable row level security;
alter table queue_view force row level security;
create policy own on queue_view for all
  using ((select actor_kind()) = 'staff' and (staff_id = (select actor_staff()) or team = any ((select staff_teams())::text[])))
  with check ((select actor_kind()) = 'staff' and (staff_id = (select actor_staff()) or team = any ((select staff_teams())::text[])));
grant select, insert, delete on queue_view to guichet_app;

-- Who has which case open now: no history, and gone with a crash without harm.
create unlogged table case_looker (
  id uuid primary key,
  case_id uuid not null,
  team text not null,
  staff_id uuid not null,
  until timestamptz not null
);
alter table case_looker enable row level security;
alter table case_looker force row level security;
create policy looks on case_looker for all
  using ((select actor_kind()) = 'system' or ((select actor_kind()) = 'staff' and staff_id = (select actor_staff())))
  with check ((select actor_kind()) = 'staff' and staff_id = (select actor_staff()));
create policy seen on case_looker for select using ((select sees_all_teams()) or team = any ((select staff_teams())::text[]));
grant select, insert, update (until), delete on case_looker to guichet_app;

-- What a person just did with several cases at once, and how each was before: what undoing it takes.
create table queue_act (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  kind text not null check (kind in ('assign', 'return', 'move')),
  done_at timestamptz not null,
  undone_at timestamptz,
  cases jsonb not null
);
create index queue_act_age on queue_act (done_at);
alter table queue_act enable row level security;
alter table queue_act force row level security;
create policy own on queue_act for all
  using ((select actor_kind()) = 'system' or ((select actor_kind()) = 'staff' and staff_id = (select actor_staff())))
  with check ((select actor_kind()) = 'staff' and staff_id = (select actor_staff()));
grant select, insert, update (undone_at), delete on queue_act to guichet_app;
