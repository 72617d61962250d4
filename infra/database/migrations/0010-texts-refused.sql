-- Telephones that asked for no more text messages. Only a keyed hash of the number stays: it tells one number when it is asked about.
create table text_refusal (
  phone_hash bytea primary key,
  since timestamptz not null
);
grant select, insert, delete on text_refusal to guichet_app;
alter table text_refusal enable row level security;
alter table text_refusal force row level security;
create policy known_actor on text_refusal for all using ((select actor_kind()) <> 'nobody') with check ((select actor_kind()) <> 'nobody');
alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check
  check (subject_kind in ('case', 'draft', 'letter', 'batch', 'staff', 'service', 'task', 'job', 'phone'));
