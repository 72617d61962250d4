-- A request of a program is written down before it is done, and forgotten when it is refused; the case it was given is in its row.
alter table request_key add column case_id uuid, add column pending_since timestamptz;
grant update (reference, case_id, pending_since) on request_key to guichet_app;
create policy settled on request_key for update using ((select actor_kind()) = 'staff');
create policy refused on request_key for delete using ((select actor_kind()) = 'staff' and pending_since is not null);

-- A supervisor who is a privacy officer too supervises their own teams. A webhook of other teams is seen by whoever has one of its
-- teams and changed by whoever has them all; who answers for the whole body sees and ends each. Who answers that they are gone ends it.
create function actor_own_teams() returns text[] language sql stable parallel safe
  as $$ select array(select team from staff_team where staff_id = actor_staff()) $$;
alter policy seen on webhook using ((select actor_kind()) = 'system' or (select actor_answers_for_all())
  or ((select actor_supervises()) and teams && (select actor_own_teams())));
alter policy made on webhook with check ((select actor_supervises()) and teams <@ (select actor_own_teams()));
alter policy changed on webhook using ((select actor_kind()) = 'system' or (select actor_answers_for_all())
  or ((select actor_supervises()) and teams <@ (select actor_own_teams())));

-- What is being sent to an address is counted, so that one which hangs keeps no other waiting.
create index webhook_delivery_under_way on webhook_delivery (webhook_id, tried_at)
  where delivered_at is null and parked_at is null and status is null and why is null;
create index webhook_delivery_parked on webhook_delivery (webhook_id, at) where parked_at is not null;

-- Tellings wait in a job queue of their own, not among replies to the public.
set local guichet.actor_kind = 'system';
update outbox set job = 'webhooks.tell' where job = 'correspondence.tell-webhook';
create or replace function tell_webhooks() returns trigger language plpgsql security definer set search_path = public, pg_temp
  set guichet.actor_kind = 'system' as $$
begin
  if not exists (select 1 from webhook where ended_at is null) then
    return null;
  end if;
  with told as (
    insert into webhook_delivery (id, webhook_id, subject_id, seq, kind, at)
    select gen_random_uuid(), w.id, e.subject_id, e.seq, e.kind, e.at
    from added e join cases c on c.id = e.subject_id
      join webhook w on w.ended_at is null and e.kind = any (w.kinds) and c.team = any (w.teams)
    where e.subject_kind = 'case'
    on conflict (webhook_id, subject_id, seq) do nothing
    returning id, at)
  insert into outbox (id, job, ids, created_at, due_at)
  select gen_random_uuid(), 'webhooks.tell', jsonb_build_object('deliveryId', id), at, at from told;
  return null;
end $$;
