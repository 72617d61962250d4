-- A queue is told by the hundred thousand rows. What an actor sees is worked out once a statement, and a row then costs one
-- comparison; `sees_team` with subqueries for arguments is not inlined, but called for each row.
create function sees_all_teams() returns boolean language sql stable parallel safe
  as $$ select actor_kind() = 'system' or (actor_kind() = 'staff' and actor_teams() = array['*']) $$;
create function staff_teams() returns text[] language sql stable parallel safe
  as $$ select case when actor_kind() = 'staff' then actor_teams() else '{}' end $$;
alter policy seen on queue_entry using ((select sees_all_teams()) or team = any ((select staff_teams())::text[]));

-- Each statement that moves cases adds how many came or went, and the exclusive or over their ids' hashes: a count and a mark
-- that cost what moved since the last fold, not what waits. Rows are added, never changed, so no two writers wait for each other.
create table queue_tally (
  team text not null,
  change integer not null,
  mark bigint not null
);
alter table queue_tally enable row level security;
alter table queue_tally force row level security;
create policy seen on queue_tally for select using ((select sees_all_teams()) or team = any ((select staff_teams())::text[]));
create policy told on queue_tally for insert with check ((select actor_kind()) <> 'nobody');
create policy folded on queue_tally for delete using ((select actor_kind()) = 'system');
create policy locked on queue_tally for update using ((select actor_kind()) = 'system');
grant select, insert, delete, update on queue_tally to guichet_app;

create function tally_queue() returns trigger language plpgsql as $$
begin
  insert into queue_tally (team, change, mark)
    select team, case tg_op when 'INSERT' then count(*) else -count(*) end, bit_xor(uuid_hash_extended(case_id, 0))
    from moved group by team;
  return null;
end $$;
create trigger came after insert on queue_entry referencing new table as moved for each statement execute function tally_queue();
create trigger went after delete on queue_entry referencing old table as moved for each statement execute function tally_queue();

-- A case that changes its team leaves one queue and enters another. Locking an entry needs a right to change some column of it.
revoke update on queue_entry from guichet_app;
grant update (due_at) on queue_entry to guichet_app;

insert into queue_tally (team, change, mark)
  select team, count(*), bit_xor(uuid_hash_extended(case_id, 0)) from queue_entry group by team;
