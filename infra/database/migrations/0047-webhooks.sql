-- Webhooks: programs of others are told of events by address, kind and number, and of nothing personal.

create table webhook (
  id uuid primary key,
  url text not null check (length(url) <= 500),
  kinds text[] not null check (cardinality(kinds) > 0),
  -- Only events of cases of these teams are told.
  teams text[] not null check (cardinality(teams) > 0),
  -- What signs is sealed: it is needed to sign, and shown once.
  data_key bytea not null,
  secret_sealed bytea not null,
  previous_sealed bytea,
  previous_until timestamptz,
  made_at timestamptz not null,
  made_by uuid not null references staff (id),
  ended_at timestamptz,
  check ((previous_sealed is null) = (previous_until is null))
);

create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook (id),
  subject_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  attempts integer not null default 0,
  tried_at timestamptz,
  -- What the other side answered last, or why there was no answer.
  status integer,
  why text,
  delivered_at timestamptz,
  parked_at timestamptz,
  -- One event, one delivery.
  unique (webhook_id, subject_id, seq),
  check (delivered_at is null or parked_at is null)
);
create index webhook_delivery_newest on webhook_delivery (webhook_id, at desc, id desc);
create index webhook_delivery_age on webhook_delivery (at);

alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check check (subject_kind in ('case', 'draft', 'letter', 'batch', 'staff', 'service',
  'task', 'job', 'phone', 'print-batch', 'place', 'counter', 'visit', 'team', 'calendar', 'template', 'webhook')) not valid;

grant select, insert on webhook, webhook_delivery to guichet_app;
grant update (secret_sealed, previous_sealed, previous_until, ended_at) on webhook to guichet_app;
grant update (attempts, tried_at, status, why, delivered_at, parked_at) on webhook_delivery to guichet_app;
grant delete on webhook_delivery to guichet_app;
alter table webhook enable row level security;
alter table webhook force row level security;
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;

create policy seen on webhook for select using ((select actor_kind()) = 'system'
  or ((select actor_supervises()) and teams && (select actor_teams())));
create policy made on webhook for insert with check ((select actor_supervises()) and teams <@ (select actor_teams()));
create policy changed on webhook for update using ((select actor_supervises()) and teams && (select actor_teams()));
create policy seen on webhook_delivery for select using ((select actor_kind()) = 'system'
  or exists (select 1 from webhook w where w.id = webhook_id));
create policy told on webhook_delivery for insert with check ((select actor_kind()) = 'system');
create policy sent on webhook_delivery for update using ((select actor_kind()) = 'system'
  or exists (select 1 from webhook w where w.id = webhook_id));
create policy forgotten on webhook_delivery for delete using ((select actor_kind()) = 'system');

-- Each event of a case that somebody wants to hear of is one delivery and one job, in the transaction of the event itself. With no
-- webhook it looks at one empty table a statement, whatever was accepted by it.
create function tell_webhooks() returns trigger language plpgsql security definer set search_path = public, pg_temp
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
  select gen_random_uuid(), 'correspondence.tell-webhook', jsonb_build_object('deliveryId', id), at, at from told;
  return null;
end $$;
create trigger told after insert on event referencing new table as added for each statement execute function tell_webhooks();
