-- What the telephone line hears about itself: one row a call, written when it is over, never changed. Nothing personal: the id is
-- a keyed hash of the provider's. The instant is repeated in what hangs on a call, so that a period is read from one index each
-- and costs what the period holds, not what was ever heard.
create table call_record (
  id uuid primary key,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  language text check (language in ('fr', 'en')),
  slow boolean,
  recordings integer check (recordings >= 0),
  ended text not null check (ended in ('completed', 'to-a-person', 'abandoned', 'no-request', 'unknown')),
  check (started_at <= ended_at)
);
create index call_record_ended on call_record (ended_at);

create table call_request (
  call_id uuid not null references call_record (id) on delete cascade,
  number smallint not null,
  ended_at timestamptz not null,
  service_code text,
  service_version integer,
  ended text not null check (ended in ('completed', 'to-a-person', 'abandoned', 'no-request')),
  turns integer check (turns >= 0),
  presses integer check (presses >= 0),
  primary key (call_id, number)
);
create index call_request_ended on call_request (ended_at);

create table call_miss (
  call_id uuid not null references call_record (id) on delete cascade,
  number smallint not null,
  ended_at timestamptz not null,
  language text not null check (language in ('fr', 'en')),
  service_code text,
  service_version integer,
  place text not null,
  kind text not null check (kind in ('silence', 'keys', 'speech')),
  misses integer not null check (misses > 0),
  primary key (call_id, number)
);
create index call_miss_ended on call_miss (ended_at);

do $$
declare t text;
begin
  foreach t in array array['call_record', 'call_request', 'call_miss'] loop
    execute format('grant select, insert on %I to guichet_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy seen on %I for select using ((select actor_kind()) in (''staff'', ''system''))', t);
    execute format('create policy written on %I for insert with check ((select actor_kind()) in (''public'', ''system''))', t);
  end loop;
end $$;
grant delete on call_record to guichet_app;
create policy disposed on call_record for delete using ((select actor_kind()) = 'system');

-- What a machine believes it heard in a recording, sealed with the recording's own key: it goes with it.
alter table evidence add column suggestion bytea;

-- A recording that nobody can understand: the person is called back, and what they say is typed in its place.
alter table task add column unheard_at timestamptz;
alter table task add column unheard_by uuid references staff (id);
alter table task add column unheard_why text check (unheard_why in ('inaudible', 'empty', 'other-answer', 'other-language'));
alter table task add constraint task_unheard check ((unheard_at is null) = (unheard_why is null) and (unheard_at is null or kind = 'transcription'));
