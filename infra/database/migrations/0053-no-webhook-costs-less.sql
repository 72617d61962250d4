-- Where no webhook was ever registered, an event costs no look at the webhooks and their row security: a row says whether there was one.
create table webhook_known (
  one boolean primary key check (one)
);
grant select on webhook_known to guichet_app;
alter table webhook_known enable row level security;
alter table webhook_known force row level security;
create policy seen on webhook_known for select using (true);
create policy noted on webhook_known for insert with check ((select actor_kind()) = 'system');

create function note_webhook() returns trigger language plpgsql security definer set search_path = public, pg_temp
  set guichet.actor_kind = 'system' as $$
begin
  insert into webhook_known (one) values (true) on conflict do nothing;
  return null;
end $$;
create trigger known after insert on webhook for each statement execute function note_webhook();
set local guichet.actor_kind = 'system';
insert into webhook_known (one) select true from webhook limit 1;

-- In plpgsql, so that its plan is kept.
create function webhooks_known() returns boolean language plpgsql stable as $$
begin
  return exists (select 1 from public.webhook_known);
end $$;
drop trigger told on event;
create trigger told after insert on event referencing new table as added for each statement when (webhooks_known())
  execute function tell_webhooks();
