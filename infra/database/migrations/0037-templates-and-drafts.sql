-- Words that staff start a reply from, in both languages; each change is a version, and the last one is in force.
create table reply_template (
  id uuid not null,
  version integer not null check (version > 0),
  name_fr text not null,
  name_en text not null,
  service_code text,
  outcome text,
  team text references team (code),
  words_fr text not null,
  words_en text not null,
  withdrawn boolean not null default false,
  saved_at timestamptz not null,
  saved_by uuid not null references staff (id),
  primary key (id, version),
  check (outcome is null or service_code is not null)
);
grant select, insert on reply_template to guichet_app;
alter table reply_template enable row level security;
alter table reply_template force row level security;
create policy seen on reply_template for select using ((select actor_kind()) in ('staff', 'system'));
create policy saved on reply_template for insert with check ((select actor_kind()) = 'staff');

-- What somebody has typed on a case and not sent yet: theirs alone, sealed with the case.
create table case_draft (
  case_id uuid not null references cases (id),
  staff_id uuid not null references staff (id),
  form text not null check (form in ('reply', 'closure')),
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (case_id, staff_id, form)
);
grant select, insert, delete on case_draft to guichet_app;
grant update (sealed, saved_at) on case_draft to guichet_app;
alter table case_draft enable row level security;
alter table case_draft force row level security;
create policy own on case_draft for all
  using ((select actor_kind()) = 'system' or ((select actor_kind()) = 'staff' and staff_id::text = current_setting('guichet.staff_id', true)))
  with check ((select actor_kind()) = 'staff' and staff_id::text = current_setting('guichet.staff_id', true)
    and exists (select 1 from cases c where c.id = case_id));

alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check check (subject_kind in ('case', 'draft', 'letter', 'batch', 'staff', 'service', 'task',
  'job', 'phone', 'print-batch', 'place', 'counter', 'visit', 'team', 'calendar', 'template'));
