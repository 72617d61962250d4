-- The ground: who acts, cases and their history, the queue, the outbox, the mailroom and the replies.
-- Row-level security is forced on every table; the application role owns nothing and sees nothing without a context.
-- Context: guichet.actor_kind (public | door | staff | system), guichet.staff_id, guichet.teams ('*' or a comma list), guichet.case_id.

create function actor_kind() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('guichet.actor_kind', true), ''), 'nobody') $$;
create function actor_teams() returns text[] language sql stable parallel safe
  as $$ select string_to_array(coalesce(current_setting('guichet.teams', true), ''), ',') $$;
create function actor_case() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('guichet.case_id', true), '')::uuid $$;
create function actor_draft() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('guichet.draft_id', true), '')::uuid $$;
-- Tells whether the actor may see rows of a team. One look at the settings a statement, thanks to the scalar subqueries in the policies.
create function sees_team(team text, kind text, teams text[]) returns boolean language sql immutable parallel safe
  as $$ select kind = 'system' or (kind = 'staff' and (teams = array['*'] or team = any (teams))) $$;

create table service_version (
  code text not null,
  version integer not null check (version > 0),
  hash text not null,
  definition jsonb not null,
  published_at timestamptz not null,
  primary key (code, version)
);

create table team (
  code text primary key,
  name_fr text not null,
  name_en text not null
);

create table staff (
  id uuid primary key,
  sign_in text not null unique,
  name text not null,
  password_hash text not null,
  language text not null default 'fr' check (language in ('fr', 'en')),
  disabled_at timestamptz
);
create table staff_role (
  staff_id uuid not null references staff (id),
  role text not null check (role in ('agent', 'clerk', 'supervisor', 'privacy-officer')),
  primary key (staff_id, role)
);
create table staff_team (
  staff_id uuid not null references staff (id),
  team text not null references team (code),
  primary key (staff_id, team)
);
create table staff_session (
  token_hash bytea primary key,
  staff_id uuid not null references staff (id),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create table attempt (
  subject_hash bytea not null,
  at timestamptz not null
);
create index attempt_recent on attempt (subject_hash, at);

create table cases (
  id uuid primary key,
  reference text not null unique check (reference ~ '^[1-9][0-9]{9}$'),
  service_code text not null,
  service_version integer not null,
  language text not null check (language in ('fr', 'en')),
  channel text not null check (channel in ('web', 'phone', 'mail', 'counter')),
  team text not null,
  deposited_at timestamptz not null,
  captured_at timestamptz not null,
  due_at timestamptz not null,
  reply_way text not null check (reply_way in ('email', 'sms', 'voice', 'letter', 'pickup', 'none')),
  reply_sealed bytea,
  -- The key of everything above `open` in this case, wrapped; null once destroyed.
  data_key bytea,
  proofs bytea[] not null,
  foreign key (service_code, service_version) references service_version (code, version)
);
create index cases_by_team on cases (team, captured_at);

create table case_answer (
  case_id uuid not null references cases (id),
  question text not null,
  sensitivity text not null check (sensitivity in ('open', 'personal', 'sensitive')),
  value jsonb,
  sealed bytea,
  provenance jsonb not null,
  primary key (case_id, question),
  check ((sensitivity = 'open') = (sealed is null)),
  check ((value is null) = (sealed is not null))
);

create table clock (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null check (kind in ('acknowledge', 'decide', 'legal')),
  started_at timestamptz not null,
  due_at timestamptz not null,
  met_at timestamptz,
  overdue_at timestamptz,
  unique (case_id, kind)
);
create index clock_running on clock (due_at) where met_at is null and overdue_at is null;
create table clock_pause (
  id uuid primary key,
  case_id uuid not null references cases (id),
  reason text not null check (reason in ('waiting-for-person', 'waiting-for-agency')),
  started_at timestamptz not null,
  ended_at timestamptz
);
create unique index clock_pause_open on clock_pause (case_id) where ended_at is null;

-- The case queue: one row a waiting case. Claimed by delete … for update skip locked, so its cost does not grow with closed cases.
create table queue_entry (
  case_id uuid primary key references cases (id),
  team text not null,
  due_at timestamptz not null,
  deposited_at timestamptz not null
);
create index queue_order on queue_entry (team, due_at, deposited_at, case_id);

create table assignment (
  id uuid primary key,
  case_id uuid not null references cases (id),
  staff_id uuid not null references staff (id),
  started_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('closed', 'returned', 'paused', 'reassigned'))
);
create unique index assignment_open on assignment (case_id) where ended_at is null;
create index assignment_of_staff on assignment (staff_id) where ended_at is null;

create table case_closure (
  case_id uuid primary key references cases (id),
  staff_id uuid not null references staff (id),
  outcome text not null,
  closed_at timestamptz not null,
  retain_until date not null,
  disposal text not null check (disposal in ('destroy', 'archive', 'anonymise'))
);
create index closure_to_dispose on case_closure (retain_until);

-- Immutable facts, chained by hash per subject; the application role may only insert and read.
create table event (
  subject_id uuid not null,
  seq integer not null check (seq > 0),
  subject_kind text not null check (subject_kind in ('case', 'draft', 'letter', 'batch', 'staff', 'service', 'task')),
  kind text not null,
  actor_kind text not null,
  actor_id text not null,
  at timestamptz not null,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (subject_id, seq)
);
create table event_head (
  subject_id uuid primary key,
  seq integer not null,
  hash bytea not null
);

-- What must still happen; a row leaves when its effect is done.
create table outbox (
  id uuid primary key,
  job text not null,
  ids jsonb not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  enqueued_at timestamptz,
  parked_at timestamptz,
  parked_why text
);
create index outbox_to_enqueue on outbox (due_at) where enqueued_at is null and parked_at is null;
create index outbox_enqueued on outbox (enqueued_at) where parked_at is null;
-- What has happened: written in the transaction that does it, so that twice is once.
create table effect (
  outbox_id uuid primary key,
  job text not null,
  done_at timestamptz not null
);

create table intake_key (
  scope text not null,
  key_hash bytea not null,
  fingerprint bytea not null,
  case_id uuid not null,
  reference text not null,
  due_at timestamptz not null,
  accepted_at timestamptz not null,
  primary key (scope, key_hash)
);
create index intake_key_age on intake_key (accepted_at);

create table draft (
  id uuid primary key,
  external_key text unique,
  resume_index bytea unique,
  service_code text not null,
  service_version integer not null,
  channel text not null check (channel in ('web', 'phone', 'mail', 'counter')),
  language text not null check (language in ('fr', 'en')),
  data_key bytea not null,
  sealed bytea not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  case_id uuid references cases (id)
);
create index draft_expiry on draft (expires_at);

create table batch (
  id uuid primary key,
  sha256 bytea not null unique,
  source text not null check (source in ('hot-folder', 'upload')),
  file_name text not null,
  bytes bigint not null,
  received_at timestamptz not null,
  pages integer,
  read_at timestamptz,
  refused_why text
);
create table letter (
  id uuid primary key,
  batch_id uuid not null references batch (id),
  position integer not null,
  service_code text,
  service_version integer,
  language text check (language in ('fr', 'en')),
  serial text,
  deposited_on date not null,
  data_key bytea not null,
  sealed bytea not null,
  missing_pages integer[] not null default '{}',
  doubts integer not null default 0,
  read_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references staff (id),
  settled_as text check (settled_as in ('case', 'not-for-us')),
  case_id uuid references cases (id),
  unique (batch_id, position)
);
create index letter_waiting on letter (read_at) where settled_at is null;

create table evidence (
  id uuid primary key,
  kind text not null check (kind in ('upload', 'recording', 'batch', 'page', 'letter-out', 'receipt')),
  case_id uuid references cases (id),
  draft_id uuid references draft (id),
  batch_id uuid references batch (id),
  letter_id uuid references letter (id),
  page integer,
  media_type text not null,
  file_name text,
  bytes bigint,
  sha256 bytea,
  data_key bytea,
  provider_ref text unique,
  created_at timestamptz not null,
  stored_at timestamptz
);
create index evidence_of_case on evidence (case_id) where case_id is not null;
create index evidence_of_letter on evidence (letter_id) where letter_id is not null;
create index evidence_of_draft on evidence (draft_id) where draft_id is not null;

create table task (
  id uuid primary key,
  kind text not null check (kind in ('transcription', 'call-back')),
  team text not null,
  case_id uuid references cases (id),
  draft_id uuid references draft (id),
  question text,
  evidence_id uuid references evidence (id),
  data_key bytea,
  sealed bytea,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid references staff (id)
);
create index task_open on task (team, created_at) where done_at is null;
create index task_of_case on task (case_id);

create table contact (
  id uuid primary key,
  case_id uuid not null references cases (id),
  direction text not null check (direction in ('in', 'out')),
  channel text not null check (channel in ('web', 'phone', 'mail', 'counter', 'email', 'sms')),
  kind text not null,
  at timestamptz not null,
  staff_id uuid references staff (id)
);
create index contact_of_case on contact (case_id, at);

create table reply (
  id uuid primary key,
  case_id uuid not null references cases (id),
  purpose text not null check (purpose in ('acknowledgement', 'question', 'decision')),
  way text not null check (way in ('email', 'sms', 'voice', 'letter', 'pickup', 'none')),
  language text not null check (language in ('fr', 'en')),
  sealed bytea not null,
  created_at timestamptz not null
);
create index reply_of_case on reply (case_id, created_at);
create table delivery (
  id uuid primary key,
  reply_id uuid not null references reply (id),
  case_id uuid not null references cases (id),
  attempt integer not null check (attempt > 0),
  way text not null,
  started_at timestamptz not null,
  fate text check (fate in ('sent', 'delivered', 'bounced', 'later', 'unsure', 'print-queue', 'printed', 'awaiting-pickup', 'picked-up')),
  detail text,
  provider_id text,
  settled_at timestamptz,
  unique (reply_id, attempt)
);
create index delivery_of_case on delivery (case_id);
create index delivery_by_provider on delivery (provider_id) where provider_id is not null;
create table letter_print (
  delivery_id uuid primary key references delivery (id),
  case_id uuid not null references cases (id),
  team text not null,
  evidence_id uuid not null references evidence (id),
  queued_at timestamptz not null,
  printed_at timestamptz,
  printed_by uuid references staff (id)
);
create index letter_print_queue on letter_print (queued_at) where printed_at is null;
