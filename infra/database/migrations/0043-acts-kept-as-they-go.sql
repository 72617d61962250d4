-- What undoing an act on several cases needs is kept case by case, as each is done.
grant update (cases) on queue_act to guichet_app;

-- How many cases a person holds, without those that wait for somebody: cases of teams that whoever asks does not see count too.
create function cases_held(holder uuid) returns integer language sql stable set guichet.actor_kind = 'system'
  as $$ select count(*)::int from assignment a where a.staff_id = holder and a.ended_at is null
    and not exists (select 1 from clock_pause p where p.case_id = a.case_id and p.ended_at is null) $$;
