-- The counter: a person's visit from ticket to goodbye, the places and windows where it happens, and the devices that stand there.
-- Nothing in these tables says who a person is, or why they go first.

alter table event drop constraint event_subject_kind_check;
alter table event add constraint event_subject_kind_check check (subject_kind in ('case', 'draft', 'letter', 'batch', 'staff',
  'service', 'task', 'job', 'phone', 'print-batch', 'place', 'counter', 'visit'));

-- A device in a hall acts for one place and sees nothing of another.
create function actor_place() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('guichet.place_id', true), '')::uuid $$;

create table place (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
  name_fr text not null,
  name_en text not null,
  -- A day of the line is a day of this clock, never UTC's.
  time_zone text not null,
  -- Whoever goes first is called as if they had come this much earlier: nobody is passed by who came later than that.
  priority_minutes integer not null default 15 check (priority_minutes between 0 and 60)
);
create table counter (
  id uuid primary key,
  place_id uuid not null references place (id),
  name text not null check (length(name) between 1 and 12),
  -- Empty serves every family.
  families text[] not null default '{}',
  unique (place_id, name)
);
create table counter_shift (
  id uuid primary key,
  counter_id uuid not null references counter (id),
  staff_id uuid not null references staff (id),
  from_at timestamptz not null,
  to_at timestamptz
);
create unique index counter_shift_open on counter_shift (counter_id) where to_at is null;
create unique index counter_shift_of_staff on counter_shift (staff_id) where to_at is null;
create table counter_absence (
  id uuid primary key,
  counter_id uuid not null references counter (id),
  why text not null check (why in ('break', 'back-office', 'closed')),
  from_at timestamptz not null,
  to_at timestamptz,
  staff_id uuid not null references staff (id)
);
create unique index counter_absence_open on counter_absence (counter_id) where to_at is null;

create table device (
  id uuid primary key,
  place_id uuid not null references place (id),
  counter_id uuid references counter (id),
  use text not null check (use in ('board', 'kiosk', 'screen')),
  code_hash bytea,
  code_until timestamptz,
  token_hash bytea unique,
  made_at timestamptz not null,
  made_by uuid not null references staff (id),
  linked_at timestamptz,
  revoked_at timestamptz,
  check ((use = 'screen') = (counter_id is not null))
);
create unique index device_code on device (code_hash) where code_hash is not null;

create table ticket_series (
  place_id uuid not null references place (id),
  day date not null,
  family text not null,
  last integer not null,
  primary key (place_id, day, family)
);

create table visit (
  id uuid primary key,
  place_id uuid not null references place (id),
  day date not null,
  family text not null,
  letter text not null check (letter ~ '^[A-Z]$'),
  number integer not null check (number > 0),
  language text not null check (language in ('fr', 'en')),
  how text not null check (how in ('kiosk', 'clerk', 'appointment')),
  priority boolean not null,
  appointment_id uuid,
  opened_at timestamptz not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('served', 'no-show', 'left', 'not-closed')),
  check ((ended_at is null) = (ended_how is null)),
  unique (place_id, day, letter, number)
);
create index visit_not_ended on visit (day) where ended_at is null;

-- One state at a time, each with its instants: what was waited or served is added up, never guessed.
create table visit_period (
  id uuid primary key,
  visit_id uuid not null references visit (id),
  place_id uuid not null references place (id),
  day date not null,
  state text not null check (state in ('waiting', 'called', 'serving', 'on-hold')),
  family text not null,
  counter_id uuid references counter (id),
  staff_id uuid references staff (id),
  -- Of who waits: since when, with what they waited before; and the place in the line, earlier for who goes first.
  waits_since timestamptz,
  ranks_at timestamptz,
  from_at timestamptz not null,
  to_at timestamptz,
  called_again_at timestamptz,
  calls integer not null default 0,
  check ((state = 'waiting') = (ranks_at is not null) and (state = 'waiting') = (waits_since is not null)),
  check (to_at is null or to_at >= from_at)
);
create unique index visit_period_open on visit_period (visit_id) where to_at is null;
create unique index visit_at_counter on visit_period (counter_id) where to_at is null and state in ('called', 'serving');
create index visit_line on visit_period (place_id, day, ranks_at, visit_id) where to_at is null and state = 'waiting';
create index visit_period_of_day on visit_period (place_id, day, to_at);

-- What was asked in a visit: a request on a form of the counter, or a quick transaction, which is only counted.
create table visit_request (
  id uuid primary key,
  visit_id uuid references visit (id),
  place_id uuid not null references place (id),
  counter_id uuid not null references counter (id),
  staff_id uuid not null references staff (id),
  family text not null,
  kind text not null check (kind in ('request', 'quick')),
  service_code text,
  -- The number of the counter's form; the draft and the case bear it too.
  form uuid unique,
  case_id uuid references cases (id),
  at timestamptz not null,
  check ((kind = 'request') = (form is not null)),
  check (kind = 'quick' or visit_id is not null)
);
create index visit_request_of_visit on visit_request (visit_id, at);
create index visit_request_of_day on visit_request (place_id, at);

-- What a person was shown on the screen before them, and what they said of it. The answers stay in their draft.
create table screen_check (
  id uuid primary key,
  visit_id uuid not null references visit (id),
  request_id uuid not null references visit_request (id),
  counter_id uuid not null references counter (id),
  -- A keyed hash of the answers as shown: other answers are not what was confirmed.
  shown_hash bytea not null,
  shown_at timestamptz not null,
  shown_by uuid not null references staff (id),
  answer text check (answer in ('right', 'wrong')),
  answered_at timestamptz,
  answered_how text check (answered_how in ('screen', 'oral')),
  ended_at timestamptz,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_how is null))
);
create unique index screen_check_open on screen_check (counter_id) where ended_at is null;
create index screen_check_of_request on screen_check (request_id, shown_at);

-- What was paid on a case, never changed: what was wrong is taken back by an entry of its own.
create table fee_entry (
  id uuid primary key,
  case_id uuid not null references cases (id),
  cents integer not null check (cents <> 0),
  way text not null check (way in ('cash', 'card', 'cheque', 'waived')),
  -- What the terminal or the cheque bears; never the number of a card.
  reference text check (length(reference) between 1 and 30),
  reason_sealed bytea,
  reverses uuid unique references fee_entry (id),
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  check ((cents < 0) = (reverses is not null)),
  check ((way in ('card', 'cheque') and reverses is null) = (reference is not null)),
  check ((way = 'waived' or reverses is not null) = (reason_sealed is not null))
);
create index fee_entry_of_case on fee_entry (case_id, at);

-- That a document was seen says of which kind, never its number.
alter table identity_proof add column document text
  check (document in ('driver-licence', 'health-card', 'passport', 'permanent-resident', 'citizenship', 'indian-status', 'other'));

grant select, insert on place, counter, counter_shift, counter_absence, device, ticket_series, visit, visit_period, visit_request,
  screen_check, fee_entry to guichet_app;
grant update (families) on counter to guichet_app;
grant update (to_at) on counter_shift, counter_absence to guichet_app;
grant update (code_hash, code_until, token_hash, linked_at, revoked_at) on device to guichet_app;
grant update (last) on ticket_series to guichet_app;
grant update (family, priority, ended_at, ended_how) on visit to guichet_app;
grant update (to_at, called_again_at, calls) on visit_period to guichet_app;
grant update (case_id) on visit_request to guichet_app;
grant update (answer, answered_at, answered_how, ended_at) on screen_check to guichet_app;

do $$
declare t text;
begin
  foreach t in array array['place', 'counter', 'counter_shift', 'counter_absence', 'device', 'ticket_series', 'visit', 'visit_period',
    'visit_request', 'screen_check', 'fee_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['counter', 'ticket_series', 'visit', 'visit_period', 'visit_request'] loop
    execute format('create policy at_work on %I for all using ((select actor_kind()) in (''staff'', ''system''))
      with check ((select actor_kind()) in (''staff'', ''system''))', t);
    execute format('create policy in_the_hall on %I for select using ((select actor_kind()) = ''device'' and place_id = (select actor_place()))', t);
  end loop;
  foreach t in array array['counter_shift', 'counter_absence'] loop
    execute format('create policy at_work on %I for all using ((select actor_kind()) in (''staff'', ''system''))
      with check ((select actor_kind()) in (''staff'', ''system''))', t);
    execute format('create policy in_the_hall on %I for select using ((select actor_kind()) = ''device''
      and exists (select 1 from counter c where c.id = counter_id))', t);
  end loop;
end $$;
create policy at_work on place for all using ((select actor_kind()) in ('staff', 'system')) with check ((select actor_kind()) in ('staff', 'system'));
create policy in_the_hall on place for select using ((select actor_kind()) = 'device' and id = (select actor_place()));
-- A kiosk gives tickets at its own place.
create policy ticket on ticket_series for insert with check ((select actor_kind()) = 'device' and place_id = (select actor_place()));
create policy next_ticket on ticket_series for update using ((select actor_kind()) = 'device' and place_id = (select actor_place()));
create policy ticket on visit for insert with check ((select actor_kind()) = 'device' and place_id = (select actor_place()) and how = 'kiosk');
create policy ticket on visit_period for insert with check ((select actor_kind()) = 'device' and place_id = (select actor_place())
  and state = 'waiting');
-- The desk's own process finds which device is before it, and links one by its code.
create policy known on device for select using ((select actor_kind()) in ('door', 'staff', 'system'));
create policy made on device for insert with check ((select actor_kind()) in ('staff', 'system'));
create policy linked on device for update using ((select actor_kind()) in ('door', 'staff', 'system'));
create policy at_work on screen_check for all using ((select actor_kind()) in ('staff', 'system')) with check ((select actor_kind()) in ('staff', 'system'));
create policy in_the_hall on screen_check for select using ((select actor_kind()) = 'device' and exists (select 1 from counter c where c.id = counter_id));
create policy answered on screen_check for update using ((select actor_kind()) = 'device' and exists (select 1 from counter c where c.id = counter_id));
create policy seen on fee_entry for select using ((select actor_kind()) = 'system' or exists (select 1 from cases c where c.id = case_id));
create policy taken on fee_entry for insert with check ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id));
