-- A text message keeps its telephone only while it may still be sent; what became of it is told by the provider, and counted.
alter table text_message alter column data_key drop not null, alter column sealed drop not null;
alter table text_message drop constraint text_message_fate_check;
alter table text_message add constraint text_message_fate_check check (fate in ('sent', 'delivered', 'bounced', 'later', 'unsure'));
update text_message set data_key = null, sealed = null where fate <> 'later';
alter table text_message add constraint text_message_sealed check ((data_key is null) = (sealed is null));
create index text_message_asked on text_message (created_at);
create policy counted on text_message for select using ((select actor_kind()) = 'staff');

-- A call that left recordings at the provider, until the provider keeps none of them.
create table recorded_call (
  id uuid primary key,
  call_sid text not null,
  told_at timestamptz not null
);
grant select, insert, update, delete on recorded_call to guichet_app;
alter table recorded_call enable row level security;
alter table recorded_call force row level security;
create policy worked on recorded_call for all using ((select actor_kind()) = 'system') with check ((select actor_kind()) = 'system');

-- A reply whose address can't be had goes another way.
grant update on reply to guichet_app;
create policy rerouted on reply for update using ((select actor_kind()) = 'system'
  or ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = reply.case_id)));
