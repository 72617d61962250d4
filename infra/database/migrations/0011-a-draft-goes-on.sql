-- A draft goes on at another door by its number; nothing of it is readable here, and its code is derived, never stored.
alter table draft drop column resume_index;
alter table draft add column number text check (number ~ '^[1-9][0-9]{9}$');
create unique index draft_number on draft (number) where number is not null;

-- A draft that goes on elsewhere takes a new id, so that whoever held the old one writes over nothing: what hangs on it follows.
alter table evidence drop constraint evidence_draft_id_fkey;
alter table evidence add constraint evidence_draft_id_fkey foreign key (draft_id) references draft (id) on update cascade;
alter table task drop constraint task_draft_id_fkey;
alter table task add constraint task_draft_id_fkey foreign key (draft_id) references draft (id) on update cascade;
create index task_of_draft on task (draft_id) where draft_id is not null;

-- A text message that is no reply to a case: the link to a draft. The telephone is sealed, and goes with the draft.
create table text_message (
  id uuid primary key,
  draft_id uuid not null references draft (id) on update cascade on delete cascade,
  language text not null check (language in ('fr', 'en')),
  data_key bytea not null,
  sealed bytea not null,
  created_at timestamptz not null,
  attempt integer not null default 0,
  started_at timestamptz,
  fate text check (fate in ('sent', 'bounced', 'later', 'unsure')),
  detail text,
  provider_id text,
  settled_at timestamptz
);
create index text_message_of_draft on text_message (draft_id);
grant select, insert, update on text_message to guichet_app;
alter table text_message enable row level security;
alter table text_message force row level security;
create policy asked on text_message for insert with check ((select actor_kind()) <> 'nobody');
create policy worked on text_message for select using ((select actor_kind()) = 'system');
create policy settled on text_message for update using ((select actor_kind()) = 'system');
