-- A letter that a person keyed, and that waits for a second one to key what is critical in it before it becomes a case. Sealed by the letter's key.
alter table letter add column keyed_at timestamptz;
alter table letter add column keyed_by uuid references staff (id);
alter table letter add column keyed bytea;

-- What a person did at the station, once a letter and turn: how many fields and how long, by the server's own clock; never what they hold.
create table keying (
  letter_id uuid not null references letter (id),
  turn text not null check (turn in ('first', 'second', 'third')),
  path text not null default '',
  staff_id uuid not null references staff (id),
  at timestamptz not null,
  seconds integer not null check (seconds >= 0),
  confirmed integer not null default 0,
  corrected integer not null default 0,
  typed integer not null default 0,
  left_sure integer not null default 0,
  primary key (letter_id, turn, path)
);
create index keying_at on keying (at);
create index keying_of_staff on keying (staff_id, at);

-- An answer that a second person keys without seeing the first: because the service asks for it, or as a sample. A third decides where they differ.
create table field_check (
  id uuid primary key,
  letter_id uuid not null references letter (id),
  service_code text not null,
  service_version integer not null,
  path text not null,
  reason text not null check (reason in ('double', 'sample')),
  asked_at timestamptz not null,
  first_by uuid not null references staff (id),
  second_by uuid references staff (id),
  second_at timestamptz,
  differs boolean,
  third_by uuid references staff (id),
  settled_at timestamptz,
  first_wrong boolean,
  second_wrong boolean,
  sealed bytea not null,
  check (second_by is null or second_by <> first_by),
  check (third_by is null or (third_by <> first_by and third_by <> second_by)),
  check ((settled_at is null) = (first_wrong is null))
);
create unique index field_check_once on field_check (letter_id, path);
create index field_check_waiting on field_check (asked_at) where settled_at is null;

-- What the machine was sure of and a person keyed without seeing it: how often it is wrong, by kind of content.
create table reading_sample (
  letter_id uuid not null references letter (id),
  path text not null,
  content text not null,
  confidence double precision not null check (confidence between 0 and 1),
  wrong boolean not null,
  staff_id uuid not null references staff (id),
  at timestamptz not null,
  primary key (letter_id, path)
);
create index reading_sample_of_content on reading_sample (content, at);

-- Under which confidence the machine is not sure, by kind of content. `since`: samples of before no longer count.
create table reading_threshold (
  content text primary key,
  confidence_min double precision not null check (confidence_min >= 0),
  since timestamptz not null,
  raised_at timestamptz,
  set_by uuid references staff (id)
);

grant select, insert on keying, reading_sample to guichet_app;
grant select, insert, update on field_check, reading_threshold to guichet_app;
grant delete on field_check to guichet_app;
do $$
declare t text;
begin
  foreach t in array array['keying', 'field_check', 'reading_sample', 'reading_threshold'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy mailroom on %I for all using ((select actor_kind()) in (''staff'', ''system'')) with check ((select actor_kind()) in (''staff'', ''system''))', t);
  end loop;
end $$;
