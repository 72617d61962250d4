-- A queue is counted by the hundred thousand rows. What an actor sees is worked out once a statement, and a row then costs one
-- comparison; `sees_team` with subqueries for arguments is not inlined, but called for each row.
create function sees_all_teams() returns boolean language sql stable parallel safe
  as $$ select actor_kind() = 'system' or (actor_kind() = 'staff' and actor_teams() = array['*']) $$;
create function staff_teams() returns text[] language sql stable parallel safe
  as $$ select case when actor_kind() = 'staff' then actor_teams() else '{}' end $$;
alter policy seen on queue_entry using ((select sees_all_teams()) or team = any ((select staff_teams())::text[]));
