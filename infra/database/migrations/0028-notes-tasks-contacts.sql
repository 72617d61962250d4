-- What staff write among themselves on a case, what is left to do on it, and what was said on a contact: sealed like its answers.
create table case_note (
  id uuid primary key,
  case_id uuid not null references cases (id),
  staff_id uuid not null references staff (id),
  sealed bytea not null,
  written_at timestamptz not null
);
create index case_note_of_case on case_note (case_id, written_at);
grant select, insert on case_note to guichet_app;
alter table case_note enable row level security;
alter table case_note force row level security;
-- Never the public, not even of their own case: what they may have of it is decided on a request for access.
create policy seen on case_note for select using ((select actor_kind()) = 'system'
  or ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id)));
create policy written on case_note for insert with check ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id));

alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check
  check (kind in ('transcription', 'call-back', 'address', 'missing-document', 'follow-up', 'own'));
alter table task add column due_on date;
alter table task add column made_by uuid references staff (id);
alter table task add column words_sealed bytea;
alter table task add column reply_id uuid references reply (id);
create index task_due on task (due_on) where done_at is null and due_on is not null;

alter table contact add column seconds integer check (seconds >= 0);
alter table contact add column sealed bytea;

-- Who wrote to the person; nobody where the desk did by itself.
alter table reply add column written_by uuid references staff (id);
