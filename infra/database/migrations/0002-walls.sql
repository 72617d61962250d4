-- The second wall: what the application role may do at all, then row by row.

grant usage on schema public to guichet_app;
grant select, insert on all tables in schema public to guichet_app;
grant update on cases, case_answer, clock, clock_pause, assignment, event_head, outbox, draft, batch, letter, evidence, task, delivery,
  letter_print, staff, staff_session to guichet_app;
grant delete on queue_entry, outbox, effect, intake_key, attempt, draft, staff_session, staff_role, staff_team to guichet_app;
revoke all on schema_migration from guichet_app;
grant select on schema_migration to guichet_app;

do $$
declare t text;
begin
  foreach t in array array['service_version', 'team', 'staff', 'staff_role', 'staff_team', 'staff_session', 'attempt', 'cases', 'case_answer',
    'clock', 'clock_pause', 'queue_entry', 'assignment', 'case_closure', 'event', 'event_head', 'outbox', 'effect', 'intake_key', 'draft',
    'batch', 'letter', 'evidence', 'task', 'contact', 'reply', 'delivery', 'letter_print'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- Published definitions and team names are no secret to anyone who acts.
create policy known_actor on service_version for select using ((select actor_kind()) <> 'nobody');
create policy system_publishes on service_version for insert with check ((select actor_kind()) = 'system');
create policy known_actor on team for select using ((select actor_kind()) <> 'nobody');
create policy system_writes on team for insert with check ((select actor_kind()) = 'system');

-- Staff accounts: the desk's own process signs people in; a signed-in person sees colleagues' names.
create policy desk_reads on staff for select using ((select actor_kind()) in ('door', 'staff', 'system'));
create policy system_writes on staff for insert with check ((select actor_kind()) = 'system');
create policy system_changes on staff for update using ((select actor_kind()) = 'system');
create policy desk_reads on staff_role for select using ((select actor_kind()) in ('door', 'staff', 'system'));
create policy system_writes on staff_role for insert with check ((select actor_kind()) = 'system');
create policy desk_reads on staff_team for select using ((select actor_kind()) in ('door', 'staff', 'system'));
create policy system_writes on staff_team for insert with check ((select actor_kind()) = 'system');
create policy desk_only on staff_session for all using ((select actor_kind()) in ('door', 'system'))
  with check ((select actor_kind()) in ('door', 'system'));
create policy known_actor on attempt for all using ((select actor_kind()) <> 'nobody') with check ((select actor_kind()) <> 'nobody');

-- Cases: a team sees its own; the public only the one case whose proof was given; anybody who acts may open one.
create policy seen on cases for select using (
  sees_team(team, (select actor_kind()), (select actor_teams())) or ((select actor_kind()) = 'public' and id = (select actor_case())));
create policy opened on cases for insert with check ((select actor_kind()) <> 'nobody');
create policy changed on cases for update using (sees_team(team, (select actor_kind()), (select actor_teams())));

create policy seen on queue_entry for select using (sees_team(team, (select actor_kind()), (select actor_teams())));
create policy queued on queue_entry for insert with check ((select actor_kind()) <> 'nobody');
create policy taken on queue_entry for delete using (sees_team(team, (select actor_kind()), (select actor_teams())));
create policy locked on queue_entry for update using (sees_team(team, (select actor_kind()), (select actor_teams())));
grant update on queue_entry to guichet_app;

-- What hangs on a case is seen with the case.
do $$
declare t text;
begin
  foreach t in array array['case_answer', 'clock', 'clock_pause', 'assignment', 'case_closure', 'contact', 'reply', 'delivery', 'letter_print'] loop
    execute format('create policy seen on %I for select using ((select actor_kind()) = ''system'' or exists (select 1 from cases c where c.id = case_id))', t);
    execute format('create policy written on %I for insert with check ((select actor_kind()) <> ''nobody'')', t);
    if t in ('case_answer', 'clock', 'clock_pause', 'assignment', 'delivery', 'letter_print') then
      execute format('create policy changed on %I for update using ((select actor_kind()) = ''system'' or ((select actor_kind()) = ''staff'' and exists (select 1 from cases c where c.id = case_id)))', t);
    end if;
  end loop;
end $$;

-- History: insert and read only, for everyone.
create policy seen on event for select using ((select actor_kind()) in ('staff', 'system', 'door')
  or ((select actor_kind()) = 'public' and subject_id in ((select actor_case()), (select actor_draft()))));
create policy written on event for insert with check ((select actor_kind()) <> 'nobody');
create policy chained on event_head for all using ((select actor_kind()) <> 'nobody') with check ((select actor_kind()) <> 'nobody');

create policy staged on outbox for insert with check ((select actor_kind()) <> 'nobody');
create policy worked on outbox for select using ((select actor_kind()) in ('system', 'staff'));
create policy moved on outbox for update using ((select actor_kind()) = 'system');
create policy done on outbox for delete using ((select actor_kind()) = 'system');
create policy worked on effect for all using ((select actor_kind()) = 'system') with check ((select actor_kind()) = 'system');

-- Only hashes and references: needed to answer a repeated request.
create policy known_actor on intake_key for all using ((select actor_kind()) <> 'nobody') with check ((select actor_kind()) <> 'nobody');

-- Drafts: the door that holds the draft's id or key; staff who help finish one.
create policy held on draft for all using ((select actor_kind()) <> 'nobody') with check ((select actor_kind()) <> 'nobody');

create policy mailroom on batch for all using ((select actor_kind()) in ('staff', 'system')) with check ((select actor_kind()) in ('staff', 'system'));
create policy mailroom on letter for all using ((select actor_kind()) in ('staff', 'system')) with check ((select actor_kind()) in ('staff', 'system'));

create policy seen on evidence for select using ((select actor_kind()) = 'system'
  or (case_id is not null and exists (select 1 from cases c where c.id = case_id))
  or (case_id is null and (select actor_kind()) in ('staff', 'public', 'door')));
create policy written on evidence for insert with check ((select actor_kind()) <> 'nobody');
create policy changed on evidence for update using ((select actor_kind()) <> 'nobody' and (case_id is null or (select actor_kind()) in ('staff', 'system')))
  with check ((select actor_kind()) <> 'nobody');

create policy seen on task for select using (sees_team(team, (select actor_kind()), (select actor_teams())));
create policy written on task for insert with check ((select actor_kind()) <> 'nobody');
create policy changed on task for update using (sees_team(team, (select actor_kind()), (select actor_teams())));

-- Gives the id behind a reference for the status check, which then needs a proof to see anything of the case.
create function case_of_reference(wanted text) returns uuid language sql stable set guichet.actor_kind = 'system'
  as $$ select c.id from cases c where c.reference = wanted $$;
